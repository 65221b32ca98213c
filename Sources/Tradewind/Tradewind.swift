// One import for a script or a program that uses Tradewind as a library:
//
//     import Tradewind
//
// The command line (`TradeCommands`), notebooks and the readers of raw text are not part of it;
// the targets that are stand below, by name. This file declares nothing, so
// that no type can have the name of the module.

@_exported public import Diagnostics
@_exported public import Forecasting
@_exported public import Indicators
@_exported public import NumericCore
@_exported public import Reporting
@_exported public import TimeSeries
@_exported public import TradeImport
@_exported public import TradeModel
@_exported public import TradeReports
@_exported public import Validation
