namespace Clientele.Calendars;

/// <summary>What people call the solar terms.</summary>
internal static class SolarTermNames
{
    // In the order of SolarTerm.
    private static readonly LocalizedText[] Titles =
    [
        new("Minor Cold", "小寒"), new("Major Cold", "大寒"), new("Start of Spring", "立春"), new("Rain Water", "雨水"),
        new("Awakening of Insects", "惊蛰"), new("Spring Equinox", "春分"), new("Qingming", "清明"), new("Grain Rain", "谷雨"),
        new("Start of Summer", "立夏"), new("Grain Buds", "小满"), new("Grain in Ear", "芒种"), new("Summer Solstice", "夏至"),
        new("Minor Heat", "小暑"), new("Major Heat", "大暑"), new("Start of Autumn", "立秋"), new("End of Heat", "处暑"),
        new("White Dew", "白露"), new("Autumn Equinox", "秋分"), new("Cold Dew", "寒露"), new("Frost's Descent", "霜降"),
        new("Start of Winter", "立冬"), new("Minor Snow", "小雪"), new("Major Snow", "大雪"), new("Winter Solstice", "冬至"),
    ];

    public static LocalizedText Of(SolarTerm term) => Titles[(int)term];
}
