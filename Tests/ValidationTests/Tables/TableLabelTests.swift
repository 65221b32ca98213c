import TimeSeries
import TradeModel
import Testing

@testable import Validation

@Suite("Labels of tables") struct TableLabelTests {
  @Test("headings say flow, unit and scale")
  func headings() {
    let label = TableLabel("exports_usd_bn")
    #expect(label.flow == .exports)
    #expect(label.unit == Unit("USD"))
    #expect(label.scale == .billion)
    #expect(label.subject.isEmpty)
    #expect(TableLabel("trade_balance_mcad2002").flow == .balance)
    #expect(TableLabel("trade_balance_mcad2002").basis == "constant2002")
    #expect(TableLabel("value_100m_usd").scale == DecimalScale(exponent: 8))
    #expect(TableLabel("Rs crore").scale == DecimalScale(exponent: 7))
    #expect(TableLabel("Rs crore").unit == Unit("INR"))
  }

  @Test("headings say what a change is compared with")
  func changes() {
    #expect(TableLabel("exports_yoy_pct").role == .change)
    #expect(TableLabel("exports_yoy_pct").comparison == .yearOverYear)
    #expect(TableLabel("imports_mom_pct").comparison == .periodOverPeriod)
    #expect(TableLabel("Veraenderung_Prozent").role == .change)
    #expect(TableLabel("balance_chg").flow == .balance)
    #expect(TableLabel("%Growth").role == .change)
    let named = TableLabel("1974_1975_change_pct")
    #expect(named.periods == [.year(1974), .year(1975)])
    #expect(named.role == .change)
  }

  @Test("headings name periods, fiscal years and years to date")
  func periods() {
    #expect(TableLabel("sep_2019_bn_eur").periods == [.month(2019, 9)])
    #expect(
      TableLabel("jan_sep_2018_bn_eur").periods
        == [Period.yearToDate(through: Month(year: 2018, month: 9))])
    #expect(
      TableLabel("2017-2018 %Share").periods
        == [Period.fiscalYear(from: Month(year: 2017, month: 4))])
    #expect(TableLabel("2017-2018 %Share").role == .share)
    #expect(TableLabel("year_to_date_musd").isToDate)
    #expect(TableLabel("previous").relative == .previous)
  }

  @Test("rows name totals, rests and subjects")
  func rows() {
    #expect(TableLabel("W O R L D T O T A L").isTotal)
    #expect(TableLabel("Merchandise total").isTotal)
    #expect(TableLabel("Ausfuhren insgesamt").isTotal)
    #expect(TableLabel("Ausfuhren Frankreich").subject == "Frankreich")
    #expect(TableLabel("Ausfuhren Frankreich").flow == .exports)
    #expect(TableLabel("Extra-EA19 trade balance").flow == .balance)
    #expect(TableLabel("Extra-EA19 trade balance").subject == "Extra-EA19")
    #expect(TableLabel("Others").isOthers)
  }

  @Test("a long product name is a name, whatever words are in it")
  func products() {
    let label = TableLabel("OTHER MADE UP TEXTILE ARTICLES; SETS; WORN CLOTHING AND TOTAL SHARE")
    #expect(label.role == nil)
    #expect(!label.isTotal)
    #expect(!label.isOthers)
  }
}
