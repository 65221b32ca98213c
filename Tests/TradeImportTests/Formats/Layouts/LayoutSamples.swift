@testable import TradeImport

/// Small files of our own making in the layouts of publishers; all figures are invented.
enum LayoutSamples {
  static let statisticsCanada = """
    "REF_DATE","GEO","DGUID","Trade","Basis","Seasonal adjustment","Principal trading partners",\
    "UOM","UOM_ID","SCALAR_FACTOR","SCALAR_ID","VECTOR","COORDINATE","VALUE","STATUS","SYMBOL",\
    "TERMINATED","DECIMALS"
    "2023-01","Canada","2016A000011124","Export","Customs","Unadjusted","Japan","Dollars","81",\
    "millions ","6","v1","1.1","120","","","","1"
    "2023-02","Canada","2016A000011124","Export","Customs","Unadjusted","Japan","Dollars","81",\
    "millions ","6","v1","1.1","","x","","","1"
    "2023-03","Canada","2016A000011124","Export","Customs","Unadjusted","Japan","Dollars","81",\
    "millions ","6","v1","1.1","131.4","p","","","1"
    "2023-01","Canada","2016A000011124","Import","Customs","Unadjusted","All countries","Dollars",\
    "81","millions ","6","v2","1.2","","F","","","1"
    "2023-02","Canada","2016A000011124","Trade Balance","Balance of payments",\
    "Seasonally adjusted","All countries","Dollars","81","thousands ","3","v3","1.3","-77.5","E",\
    "","","1"

    """

  static let comexStat = """
    "CO_ANO";"CO_MES";"CO_NCM";"CO_UNID";"CO_PAIS";"SG_UF_NCM";"CO_VIA";"CO_URF";"QT_ESTAT";\
    "KG_LIQUIDO";"VL_FOB"
    "2022";"03";"02071400";"10";"196";"PR";"01";"0917800";5100;5100;9900
    "2022";"12";"87032310";"11";"196";"SP";"01";"0817800";3;4100;61000
    "2022";"12";"87032310";"11";"151";"SP";"01";"0817800";1;1300;20500

    """

  static let genesis = """
    Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;\
    1_Auspraegung_Code;1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;\
    2_Auspraegung_Label;3_Merkmal_Code;3_Merkmal_Label;3_Auspraegung_Code;3_Auspraegung_Label;\
    WA__Ausfuhr:_Wert__Tsd._EUR;WA__Ausfuhr:_Wert__q;GE__Einfuhr:_Gewicht__t
    51000;Außenhandel;JAHR;Jahr;2021;MONAT;Monate;MONAT02;Februar;STLAH;Länder;STLAH1;Frankreich;\
    GP;Güterabteilungen;GP10;Nahrungsmittel;4711;p;33,25
    51000;Außenhandel;JAHR;Jahr;2021;MONAT;Monate;MONAT03;März;STLAH;Länder;STLAH1;Frankreich;\
    GP;Güterabteilungen;GP10;Nahrungsmittel;-;;.
    51000;Außenhandel;JAHR;Jahr;2021;MONAT;Monate;MONAT04;April;STLAH;Länder;STLAH1;Frankreich;\
    GP;Güterabteilungen;GP10;Nahrungsmittel;...;;/

    """

  static let genesisLong = """
    statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;\
    1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;\
    2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;\
    value_variable_label
    51000;Außenhandel;JAHR;Jahr;2023;DINSG;Deutschland insgesamt;DG;Deutschland;QUARTG;Quartale;\
    QUART2;2. Quartal;1234,5;Mio. EUR;WERTE;Einfuhr: Wert
    51000;Außenhandel;JAHR;Jahr;2023;DINSG;Deutschland insgesamt;DG;Deutschland;QUARTG;Quartale;\
    QUART2;2. Quartal;3,1;Prozent;VER;Einfuhr: Veränderung

    """

  static let pxWeb = """
    "01234: Utenrikshandel, etter varegruppe, import/eksport, statistikkvariabel og måned"

    "varegruppe","import/eksport","statistikkvariabel","2021M11","2021M12"
    "01 Kjøtt","Import","Verdi (1 000 kr)",910,-
    "01 Kjøtt","Eksport","Mengde (tonn)",12.5,..
    "01 Kjøtt","Eksport","Verdi (1 000 kr)",:,.

    """

  static let statbank = """
    LAND;INDUD;SITC;ENHED;TID;INDHOLD
    Tyskland;Import;0 Fødevarer;1.000 kr.;2022M07;815
    Tyskland;Eksport;0 Fødevarer;1.000 kr.;2022M07;..

    """

  static let statLine = """
    "Handel; kerncijfers, landen"
    "Onderwerpen";"Onderwerpen";"Goederen";"Goederen";"Goederen"
    "Onderwerpen";"Onderwerpen";"Invoerwaarde";"Uitvoerwaarde";"Uitvoer, mutatie"
    "Landen";"Perioden";"mln euro";"1 000 euro";"%"
    "Zweden";"2021 1e kwartaal";"10,5";"2000";"-1,5"
    "Zweden";"2021 2e kwartaal*";"11,0";".";"0,0"
    "© Centraal Bureau voor de Statistiek, 1-2-2022"

    """

  static let ons = """
    "Title","BOP:Exports:SA:Goods","Retail price index"
    "CDID","AB12","CD34"
    "Source dataset ID","XX","XX"
    "PreUnit","£",""
    "Unit","m","Index, base year = 100"
    "Release date","03-02-2022","03-02-2022"
    "Next release","","3 March 2022"
    "Important notes","",""
    "2020","410.5","99.1"
    "2021 Q1","101","98.0"
    "2021 JAN","33",""

    """

  static let abs = """
    ,Exports of goods ;,Terms of trade ;
    Unit,$ Millions,Index Numbers
    Series Type,Original,Seasonally Adjusted
    Data Type,FLOW,INDEX
    Frequency,Quarter,Quarter
    Collection Month,3,3
    Series Start,Mar-2021,Mar-2021
    Series End,Jun-2021,Jun-2021
    No. Obs,2,2
    Series ID,A100A,A200B
    Mar-2021,51000,101.5
    Jun-2021,52000.5,102.0

    """

  static let banxico = """
    Banco de México
    Balanza comercial
    ,,
    Título,Exportaciones totales,Importaciones totales
    Periodo disponible,Ene 2020 - Mar 2020,Ene 2020 - Mar 2020
    Periodicidad,Mensual,Trimestral
    Cifra,Flujos,Flujos
    Unidad,Millones de Dólares,Miles de Pesos
    Base,,
    Fecha,SE1,SE2
    01/01/2020,30.5,77
    01/02/2020,31.0,N/E
    01/03/2020,N/E,

    """

  static let insee = """
    "Libellé";"Importations CAF - Total";"Codes";"Exportations FAB - Total";"Codes"
    "idBank";"000123456";"";"000123457";""
    "Dernière mise à jour";"08/03/2022 08:45";"";"08/03/2022 08:45";""
    "Période";"";"";"";""
    "2021-T4";"52000";"P";"";"O"
    "2021-T3";"50010.5";"A";"41000";"A"

    """

  static let dataBank = """
    Series Name,Series Code,Country Name,Country Code,2019 [YR2019],2020 [YR2020]
    Imports of goods and services (current US$),NE.IMP.GNFS.CD,Ghana,GHA,2500.5,..
    Trade (% of GDP),NE.TRD.GNFS.ZS,Ghana,GHA,41.25,39
    ,,,,,
    Data from database: World Development Indicators,,,,,
    Last Updated: 03/01/2022,,,,,

    """

  static let comtrade = """
    flowCode,period,partnerISO,reporterISO,cmdCode,qtyUnitCode,qty,netWgt,primaryValue
    X,202107,NOR,SWE,0302,8,40,40,1500.25
    M,202107,W00,SWE,0302,8,,,2500
    M,202108,W00,SWE,0303,-1,0,12,

    """
}
