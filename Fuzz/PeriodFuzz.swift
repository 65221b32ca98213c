// Any text as a period: what is read is printed and read back as the same span, in both forms.
import TimeSeries

/// Reads an input, prints it and reads it back; libFuzzer calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let calendars: [FiscalCalendar?] = [nil, FiscalCalendar(firstMonth: 4)]
  for calendar in calendars {
    let parser = PeriodParser(fiscalCalendar: calendar)
    guard let reading = try? parser.read(text) else { continue }
    let printed = reading.period.description
    let again = try? parser.parse(printed)
    precondition(
      again?.first == reading.period.first && again?.last == reading.period.last,
      "\(text) is read as \(printed), and that is not read back")
    precondition(reading.period.first <= reading.period.last, "\(text): the span runs forward")
  }
  return 0
}
