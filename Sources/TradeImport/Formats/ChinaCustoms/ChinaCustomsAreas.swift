internal import TradeModel

/// The partners of China under the names that its customs use.
enum ChinaCustomsAreas {
  /// The code of a name, without the marks of sub-totals around it; `nil` for an unknown one.
  static func code(of name: String) -> String? {
    codes[plain(name)]
  }

  /// The name without spaces, "of which" and notes.
  static func plain(_ name: String) -> String {
    var text = name.filter { !$0.isWhitespace && $0 != "　" }
    for mark in ["其中：", "其中:", "其中"] where text.hasPrefix(mark) {
      text = String(text.dropFirst(mark.count))
    }
    for mark in ["(地区)", "（地区）", "*", "①", "②", "③"] where text.hasSuffix(mark) {
      text = String(text.dropLast(mark.count))
    }
    return text
  }

  private static let codes: [String: String] = Dictionary(
    uniqueKeysWithValues: table.split(separator: "\n").flatMap { line in
      let parts = line.split(separator: " ").map(String.init)
      return parts.dropFirst().map { ($0, parts[0]) }
    })

  /// A code and its names on each line.
  private static let table = """
    WLD 总值 总计 合计 全球
    ASEAN 东盟 东南亚国家联盟
    EU 欧盟 欧洲联盟
    ASIA 亚洲
    AFRICA 非洲
    EUROPE 欧洲
    OCEANIA 大洋洲
    HKG 香港 中国香港
    MAC 澳门 中国澳门
    TWN 台湾 台湾省 中国台湾
    CHN 中国
    JPN 日本
    KOR 韩国
    PRK 朝鲜
    MNG 蒙古
    IND 印度
    PAK 巴基斯坦
    BGD 孟加拉国
    LKA 斯里兰卡
    IDN 印度尼西亚 印尼
    MYS 马来西亚
    PHL 菲律宾
    SGP 新加坡
    THA 泰国
    VNM 越南
    MMR 缅甸
    KHM 柬埔寨
    LAO 老挝
    BRN 文莱
    KAZ 哈萨克斯坦
    IRN 伊朗
    IRQ 伊拉克
    ISR 以色列
    SAU 沙特阿拉伯 沙特
    ARE 阿联酋 阿拉伯联合酋长国
    QAT 卡塔尔
    KWT 科威特
    OMN 阿曼
    TUR 土耳其
    RUS 俄罗斯 俄罗斯联邦
    UKR 乌克兰
    BEL 比利时
    NLD 荷兰
    LUX 卢森堡
    DEU 德国
    FRA 法国
    ITA 意大利
    ESP 西班牙
    PRT 葡萄牙
    GBR 英国
    IRL 爱尔兰
    DNK 丹麦
    SWE 瑞典
    FIN 芬兰
    NOR 挪威
    ISL 冰岛
    AUT 奥地利
    CHE 瑞士
    POL 波兰
    CZE 捷克
    HUN 匈牙利
    SVK 斯洛伐克
    ROU 罗马尼亚
    BGR 保加利亚
    GRC 希腊
    USA 美国
    CAN 加拿大
    MEX 墨西哥
    BRA 巴西
    ARG 阿根廷
    CHL 智利
    PER 秘鲁
    COL 哥伦比亚
    VEN 委内瑞拉
    PAN 巴拿马
    AUS 澳大利亚
    NZL 新西兰
    ZAF 南非
    EGY 埃及
    NGA 尼日利亚
    AGO 安哥拉
    DZA 阿尔及利亚
    """
}
