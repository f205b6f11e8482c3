using System.Globalization;
using Clientele.Calendars;

namespace Clientele.Care;

/// <summary>Finds whose birthdays are near, by the calendar that each person keeps.</summary>
internal sealed class BirthdayPlanning(PlanningDay day, BirthdayPolicy policy, IReadOnlySet<string> fulfilling)
{
    private const string Born = "core.birthday";
    private const string Calendar = "core.birthday_calendar";
    private const string LunarDay = "core.lunar_birthday";
    private const string LeapMonth = "core.birthday_leap_month";

    public async Task<IReadOnlyList<FollowUp>> WantedAsync(CancellationToken cancellationToken)
    {
        var candidates = new List<FollowUp>();
        var values = day.Store.Clients.ContactValuesAsync([Born, Calendar, LunarDay, LeapMonth], day.AsOf, cancellationToken);
        await foreach (var person in People(values).ConfigureAwait(false))
        {
            if (day.Population.Includes(policy, person.Client))
            {
                candidates.AddRange(Birthdays(person).Where(IsNear).Select(on => FollowUp(person, on)));
            }
        }

        if (candidates.Count == 0)
        {
            return [];
        }

        var touches = await Touches.ReadAsync(day.Store, fulfilling, candidates.Min(candidate => candidate.CountsFrom), day.AsOf, cancellationToken).ConfigureAwait(false);
        return [.. candidates.Where(candidate => !touches.After(candidate.Client, candidate.CountsFrom))];
    }

    private static async IAsyncEnumerable<Person> People(IAsyncEnumerable<(ClientId Client, ContactId Contact, string Person, string Attribute, string Value)> values)
    {
        Person? person = null;
        await foreach (var (client, contact, name, attribute, value) in values.ConfigureAwait(false))
        {
            if (person is not null && person.Contact != contact)
            {
                yield return person;
                person = null;
            }

            person ??= new Person(client, contact, name, new(StringComparer.Ordinal));
            person.Values[attribute] = value;
        }

        if (person is not null)
        {
            yield return person;
        }
    }

    private IEnumerable<DateOnly> Birthdays(Person person)
    {
        var born = person.Born;
        if (person.IsLunar && Lunar(person) is { } lunar)
        {
            return day.Returns(YearlyDays.Lunar(lunar, policy.LeapMonth, policy.ShortMonth)).Where(on => born is null || on.Year > born.Value.Year);
        }

        return born is { } date ? day.Returns(new Anniversary(date.Month, date.Day, policy.LeapDay)).Where(on => on.Year > date.Year) : [];
    }

    private static LunarDate? Lunar(Person person) => (person.Values.GetValueOrDefault(LunarDay, "").Split('-'), person.Born) switch
    {
        ([var month, var dayOfMonth], _) when Number(month) is >= 1 and <= 12 and var m && Number(dayOfMonth) is >= 1 and <= 30 and var d => new LunarDate(0, m, person.Values.GetValueOrDefault(LeapMonth) == "true", d),
        (_, { } born) when born >= LunarCalendar.FirstDay && born <= LunarCalendar.LastDay => LunarCalendar.Of(born),
        _ => null,
    };

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private bool IsNear(DateOnly on) => on.AddDays(-policy.LeadDays) is var due && due <= day.Until && due.AddDays(policy.LapsesAfterDays) >= day.AsOf;

    private FollowUp FollowUp(Person person, DateOnly on)
    {
        var due = on.AddDays(-policy.LeadDays);
        var (date, until) = (ReasonFacts.Day(on), ReasonFacts.Day(due));
        var lunar = person.IsLunar && Lunar(person) is { } kept ? kept.Title : null;
        var (en, zh) = lunar is null ? ("", "") : ($" (lunar {lunar.En})", $"（农历{lunar.Zh}）");
        return new FollowUp
        {
            Id = FollowUpId.From(policy.Name, $"{person.Client}|{person.Contact}|{date}"),
            Client = person.Client,
            Contact = person.Contact,
            Policy = policy.Name,
            DueOn = due,
            CountsFrom = due.AddDays(-policy.EarlyDays),
            Occurrence = date,
            Reasons =
            [
                new("birthday", policy.LeadDays == 0
                    ? new($"Birthday of {person.Name} on {date}{en}.", $"{date} 为 {person.Name} 的生日{zh}。")
                    : new($"Birthday of {person.Name} on {date}{en}; due {policy.LeadDays} days before, on {until}.", $"{date} 为 {person.Name} 的生日{zh}，应提前 {policy.LeadDays} 天即于 {until} 祝福。"))
                {
                    Facts = ReasonFacts.Of(("birthday", date), ("contact", person.Contact.ToString()), ("due_on", until)),
                },
            ],
        };
    }

    private sealed record Person(ClientId Client, ContactId Contact, string Name, Dictionary<string, string> Values)
    {
        public DateOnly? Born => DateOnly.TryParseExact(Values.GetValueOrDefault(BirthdayPlanning.Born, ""), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

        public bool IsLunar => Values.TryGetValue(Calendar, out var calendar) ? calendar == "lunar" : Born is null;
    }
}
