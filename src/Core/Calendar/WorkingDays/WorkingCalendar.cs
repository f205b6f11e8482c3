using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clientele.Calendars;

/// <summary>Which days are worked: Monday to Friday, less the holidays, plus the weekend days worked in exchange.</summary>
/// <remarks>Immutable and thread-safe. A day that no notice mentions follows the week, so years whose notice is not out yet count without holidays.</remarks>
public sealed class WorkingCalendar
{
    // Longer than any holiday; a calendar of nothing but holidays is refused rather than searched for ever.
    private const int FurthestSearch = 3660;
    private readonly HashSet<DateOnly> _off = [];
    private readonly HashSet<DateOnly> _worked = [];

    /// <summary>Creates a calendar from notices.</summary>
    /// <param name="notices">The holidays of all years that matter, in any order. A day that one notice gives off and another works is worked.</param>
    /// <exception cref="ClienteleException">A holiday ends before it begins or lasts longer than a year (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public WorkingCalendar(IEnumerable<HolidayNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        foreach (var notice in notices)
        {
            var length = notice.To.DayNumber - notice.From.DayNumber + 1;
            if (length is < 1 or > 366)
            {
                throw Supported.Invalid(string.Create(CultureInfo.InvariantCulture, $"The holiday '{notice.Name}' goes from {notice.From:yyyy-MM-dd} to {notice.To:yyyy-MM-dd}; give 1 to 366 days."));
            }

            _off.UnionWith(Enumerable.Range(0, length).Select(notice.From.AddDays));
            _worked.UnionWith(notice.Worked ?? []);
        }
    }

    /// <summary>The plain week: Monday to Friday, no holidays.</summary>
    public static WorkingCalendar Week { get; } = new([]);

    /// <summary>Reads notices from JSON: <c>[{ "name": "国庆节", "from": "2025-10-01", "to": "2025-10-08", "worked": ["2025-09-28", "2025-10-11"] }]</c>.</summary>
    /// <param name="json">The JSON text; comments and trailing commas are allowed.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ClienteleException">It is not such JSON, or a holiday is impossible (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public static WorkingCalendar Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var notices = JsonSerializer.Deserialize(json, HolidayJson.Default.HolidayNoticeArray);
            return new WorkingCalendar(notices is not null && !notices.Contains(null) ? notices! : throw new JsonException("A holiday is missing."));
        }
        catch (JsonException failure)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, $"The holidays cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Whether a day is worked.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it is.</returns>
    public bool IsWorked(DateOnly day) => _worked.Contains(day) || (!_off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The first working day on a day or after it.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The working day.</returns>
    /// <exception cref="ClienteleException">There is none within ten years (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public DateOnly OnOrAfter(DateOnly day) => Search(day, 1, IsWorked);

    /// <summary>The last working day on a day or before it.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The working day.</returns>
    /// <exception cref="ClienteleException">There is none within ten years (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public DateOnly OnOrBefore(DateOnly day) => Search(day, -1, IsWorked);

    /// <summary>The day so many working days later, not counting the day itself: three after Wednesday is Monday.</summary>
    /// <param name="day">The day, worked or not.</param>
    /// <param name="workingDays">How many; negative counts backwards, 0 gives the day itself. At most 100,000 either way.</param>
    /// <returns>The working day.</returns>
    /// <exception cref="ClienteleException">There are not so many (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        Supported.Within(workingDays, -100_000, 100_000, "number of working days");
        var direction = Math.Sign(workingDays);
        for (var left = Math.Abs(workingDays); left > 0; left--)
        {
            day = Search(Step(day, direction), direction, IsWorked);
        }

        return day;
    }

    /// <summary>The first day on a day or after it that is worked and on which clients may be contacted.</summary>
    /// <param name="day">The day.</param>
    /// <param name="blackouts">The days on which nobody is contacted.</param>
    /// <returns>The day.</returns>
    /// <exception cref="ClienteleException">There is none within ten years (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public DateOnly OpenOnOrAfter(DateOnly day, IReadOnlyList<Blackout> blackouts)
    {
        ArgumentNullException.ThrowIfNull(blackouts);
        return Search(day, 1, candidate => IsWorked(candidate) && !blackouts.Any(blackout => blackout.Covers(candidate)));
    }

    private static DateOnly Search(DateOnly day, int direction, Func<DateOnly, bool> wanted)
    {
        for (var steps = 0; steps < FurthestSearch; steps++)
        {
            if (wanted(day))
            {
                return day;
            }

            day = Step(day, direction);
        }

        throw Supported.Invalid("There is no such working day within ten years; look at the holidays and blackout days.");
    }

    private static DateOnly Step(DateOnly day, int direction) => day != (direction > 0 ? DateOnly.MaxValue : DateOnly.MinValue) ? day.AddDays(direction)
        : throw Supported.Invalid("The working day lies beyond the calendar.");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(HolidayNotice[]))]
internal sealed partial class HolidayJson : JsonSerializerContext;
