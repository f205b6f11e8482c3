namespace Clientele.Documents;

/// <summary>What a currency is called in a document, and how many decimals its amounts are written with.</summary>
internal static class CurrencyName
{
    /// <summary>The Chinese name that follows an amount; the code itself for a currency without one here.</summary>
    public static string Chinese(string code) => code switch
    {
        "CNY" => "元",
        "HKD" => "港元",
        "MOP" => "澳门元",
        "TWD" => "新台币元",
        "USD" => "美元",
        "EUR" => "欧元",
        "GBP" => "英镑",
        "JPY" => "日元",
        "KRW" => "韩元",
        "AUD" => "澳元",
        "NZD" => "新西兰元",
        "CAD" => "加元",
        "SGD" => "新加坡元",
        "CHF" => "瑞士法郎",
        "SEK" => "瑞典克朗",
        "NOK" => "挪威克朗",
        "DKK" => "丹麦克朗",
        "RUB" => "卢布",
        "INR" => "印度卢比",
        "THB" => "泰铢",
        "MYR" => "林吉特",
        "IDR" => "印尼盾",
        "VND" => "越南盾",
        "PHP" => "菲律宾比索",
        "AED" => "阿联酋迪拉姆",
        "SAR" => "沙特里亚尔",
        "ZAR" => "南非兰特",
        "BRL" => "巴西雷亚尔",
        _ => code,
    };

    /// <summary>The decimals of ISO 4217 where they are not two.</summary>
    public static int Decimals(string code) => code is "JPY" or "KRW" or "VND" ? 0 : 2;
}
