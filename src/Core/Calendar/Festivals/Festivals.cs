namespace Clientele.Calendars;

/// <summary>The festivals that firms in China greet their clients at.</summary>
/// <remarks>Immutable and thread-safe. A firm's own days are further <see cref="Festival"/> records beside these.</remarks>
public static class Festivals
{
    /// <summary>The usual ones: ten traditional festivals and six fixed days.</summary>
    public static IReadOnlyList<Festival> Usual { get; } =
    [
        Fixed("new_year", "New Year's Day", "元旦", 1, 1),
        new LunarFestival("laba", new("Laba Festival", "腊八节"), 12, 8),
        new LunarFestival("new_years_eve", new("Lunar New Year's Eve", "除夕"), 12, 30),
        new LunarFestival("spring_festival", new("Spring Festival", "春节"), 1, 1),
        new LunarFestival("lantern", new("Lantern Festival", "元宵节"), 1, 15),
        Fixed("womens_day", "Women's Day", "妇女节", 3, 8),
        new SolarTermFestival("qingming", new("Qingming Festival", "清明节"), SolarTerm.Qingming),
        Fixed("labour_day", "Labour Day", "劳动节", 5, 1),
        Fixed("childrens_day", "Children's Day", "儿童节", 6, 1),
        new LunarFestival("dragon_boat", new("Dragon Boat Festival", "端午节"), 5, 5),
        new LunarFestival("qixi", new("Qixi Festival", "七夕节"), 7, 7),
        new LunarFestival("zhongyuan", new("Zhongyuan Festival", "中元节"), 7, 15),
        Fixed("teachers_day", "Teachers' Day", "教师节", 9, 10),
        new LunarFestival("mid_autumn", new("Mid-Autumn Festival", "中秋节"), 8, 15),
        Fixed("national_day", "National Day", "国庆节", 10, 1),
        new LunarFestival("double_ninth", new("Double Ninth Festival", "重阳节"), 9, 9),
    ];

    /// <summary>The usual festivals of a Gregorian year, ascending by day.</summary>
    /// <param name="year">The year, 1901 to 2100. Lunar days of 1901 before its lunar new year are left out.</param>
    /// <returns>The festivals with their days. 腊八 may be missing or there twice, because lunar years begin in January or February.</returns>
    /// <exception cref="ClienteleException">The year lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static IReadOnlyList<FestivalDay> OfYear(int year) => OfYear(year, Usual);

    /// <summary>The given festivals of a Gregorian year, ascending by day.</summary>
    /// <param name="year">The year, 1901 to 2100.</param>
    /// <param name="festivals">The festivals.</param>
    /// <returns>The festivals with their days.</returns>
    /// <exception cref="ClienteleException">The year lies outside (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static IReadOnlyList<FestivalDay> OfYear(int year, IReadOnlyList<Festival> festivals)
    {
        ArgumentNullException.ThrowIfNull(festivals);
        return [.. festivals.SelectMany(festival => festival.InYear(year).Select(day => new FestivalDay(festival, day))).OrderBy(found => found.Day)];
    }

    private static FixedFestival Fixed(string name, string en, string zh, int month, int day) => new(name, new(en, zh), new Anniversary(month, day));
}
