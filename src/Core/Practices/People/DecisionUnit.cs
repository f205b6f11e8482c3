using System.Globalization;

namespace Clientele.Practices.People;

/// <summary>One of the people who decide at a client.</summary>
/// <param name="Id">Who.</param>
/// <param name="Who">The position or the part in decisions, in place of a name.</param>
/// <param name="Weight">1 to 5; missing when it was never judged.</param>
/// <param name="Attitude">−2 to +2; missing when it was never judged.</param>
/// <param name="LastTalk">The last talk in private; missing when there was none.</param>
internal sealed record DecisionMember(ContactId Id, LocalizedText Who, decimal? Weight, decimal? Attitude, DateOnly? LastTalk);

/// <summary>The people who decide at a client, and who of them puts it at risk that the client stays (row S0-12).</summary>
internal static class DecisionUnit
{
    public const string Talk = "core.one_to_one";
    public const string TalkDays = "core.one_to_one_days";
    private const int UsualTalkDays = 90;
    private const decimal Heavy = 3;

    public static TouchpointKind TalkKind { get; } = new()
    {
        Name = Talk,
        Title = new("Talk in private", "单独沟通"),
        Roles = TouchpointRoles.Contact,
        Details = [new("subject", new("Subject", "沟通内容")), new("consensus", new("What was agreed", "达成的共识"))],
    };

    public static AttributeDefinition TalkDaysAttribute { get; } = new() { Name = TalkDays, Title = new("Talk in private with who decides every so many days (90 unless recorded)", "与决策人单独沟通间隔天数（未登记按90天）"), Kind = ValueKind.Number, Least = 1 };

    public static IReadOnlyList<string> Read { get; } = [PersonAttributes.DecisionRole, PersonAttributes.Weight, PersonAttributes.Attitude, PersonAttributes.LastOneToOne];

    /// <summary>A person as the map shows one. The last talk is the later of what is recorded with the person and what happened.</summary>
    public static DecisionMember Member(ContactFacts person, DateOnly? lastTalk)
    {
        var recorded = DateOnly.TryParseExact(person.Text(PersonAttributes.LastOneToOne), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        return new(person.Id, Who(person), person.Number(PersonAttributes.Weight), person.Number(PersonAttributes.Attitude), recorded is null || lastTalk > recorded ? lastTalk : recorded);
    }

    /// <summary>Why a person puts the client at risk, in sentences without a subject; nothing for one who does not.</summary>
    public static IReadOnlyList<LocalizedText> Risks(DecisionMember member, DateOnly asOf, decimal? talkDays)
    {
        if (member.Weight is not >= Heavy)
        {
            return [];
        }

        var days = (int)Math.Clamp(talkDays ?? UsualTalkDays, 1, 36_500);
        var risks = new List<LocalizedText>();
        if (member.Attitude is < 0 and var attitude)
        {
            var text = attitude.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−');
            risks.Add(new($"attitude {text}", $"态度{text}"));
        }

        if (member.LastTalk is not { } last)
        {
            risks.Add(new("no talk in private so far", "尚未单独沟通"));
        }
        else if (asOf.DayNumber - last.DayNumber > days)
        {
            var since = (asOf.DayNumber - last.DayNumber).ToString(CultureInfo.InvariantCulture);
            risks.Add(new($"no talk in private for {since} days", $"{since}天未单独沟通"));
        }

        return risks;
    }

    private static LocalizedText Who(ContactFacts person)
    {
        if (person.Position.Length > 0)
        {
            return LocalizedText.Same(person.Position);
        }

        var role = person.Text(PersonAttributes.DecisionRole) ?? person.Role;
        return PersonAttributes.DecisionRoles.FirstOrDefault(choice => choice.Value == role)?.Title
            ?? (role.Length > 0 ? LocalizedText.Same(role) : new("a person without a position", "未登记职务的人员"));
    }
}
