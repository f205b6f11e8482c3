using System.Globalization;

namespace Clientele.RealEstate;

/// <summary>Who lives in a home, as far as the household told: whom a festival is for (row S2-51).</summary>
/// <param name="counts">Whether a member counts on a day.</param>
internal sealed class Household(Func<ContactFacts, DateOnly, bool> counts) : IHistoryComputation
{
    public const string Elderly = "real_estate.members_60";
    public const string Teachers = "real_estate.teachers";

    private const int Age = 60;
    private const string Born = "core.birthday";
    private const string Occupation = "core.occupation";

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        Of(Elderly, new("Members of 60 and more", "60岁以上家庭成员数"), (member, day) => Day(member.Text(Born)) is { } born && born.AddYears(Age) <= day),
        Of(Teachers, new("Teachers in the household", "家庭成员中的教师数"), (member, _) => member.Text(Occupation) is { } work && (work.Contains("教师", StringComparison.Ordinal) || work.Contains("老师", StringComparison.Ordinal) || work.Contains("teacher", StringComparison.OrdinalIgnoreCase))),
    ];

    public MeasureResult Compute(HistoryInput input) => new(input.Contacts.Count(member => counts(member, input.AsOf)), []);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static HistoryMeasure Of(string name, LocalizedText title, Func<ContactFacts, DateOnly, bool> counts) => new()
    {
        Name = name,
        Title = title,
        Unit = MeasureUnit.Count,
        ContactReads = [Born, Occupation],
        Computation = new Household(counts),
    };
}
