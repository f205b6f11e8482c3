using System.Globalization;
using Clientele.Analysis.People;
using Clientele.Practices.Showing;

namespace Clientele.Practices.People;

/// <summary>How much those who decide at a client are for us, and how many of them put it at risk that the client stays.</summary>
/// <param name="compute">Makes the value of the people and the days between talks.</param>
internal sealed class DecisionMeasures(Func<IReadOnlyList<DecisionMember>, HistoryInput, MeasureResult> compute) : IHistoryComputation
{
    public const string Support = "core.decision_support";
    public const string AtRisk = "core.people_at_risk";

    public static IReadOnlyList<Measure> All { get; } =
    [
        Of(
            Support, new("Support among those who decide (−1 to 1)", "决策层支持度（−1至1）"), MeasureUnit.Number,
            new("Attitude by weight of the people with both recorded: Σw·a/(2Σw).", "按权重加权的态度：Σw·a/(2Σw)，只计已登记权重和态度的人员。"), SupportOf),
        Of(
            AtRisk, new("People who put continuity at risk", "影响合作连续性的人员数"), MeasureUnit.Count,
            new("People of weight 3 or more whose attitude is below zero or with whom nobody talked in private for 90 days, or for the days recorded with the client.", "权重不低于3且态度为负，或超过90天（或客户登记的天数）未单独沟通的人员。"), RiskOf),
    ];

    public MeasureResult Compute(HistoryInput input) => compute([.. input.Contacts.Select(person => DecisionUnit.Member(person, LastTalk(input, person.Id)))], input);

    private static DateOnly? LastTalk(HistoryInput input, ContactId person) =>
        input.Facts.Where(fact => fact.Contact == person).Select(fact => (DateOnly?)fact.Last).Max();

    private static MeasureResult SupportOf(IReadOnlyList<DecisionMember> members, HistoryInput input)
    {
        var judged = members.Where(member => member.Weight is not null && member.Attitude is not null).ToList();
        return DecisionSupport.Of([.. judged.Select(member => new DecisionMaker(member.Weight!.Value, member.Attitude!.Value))])
            .Measure([.. judged.Select(Counted), .. Uncounted(members.Count - judged.Count)]);
    }

    private static MeasureResult RiskOf(IReadOnlyList<DecisionMember> members, HistoryInput input)
    {
        if (members.All(member => member.Weight is null))
        {
            return MeasureResult.Missing(new("Nobody's weight in decisions is recorded.", "未登记任何人员的决策权重。"));
        }

        var flagged = members.Select(member => (member.Who, Risks: DecisionUnit.Risks(member, input.AsOf, input.Number(DecisionUnit.TalkDays)))).Where(member => member.Risks.Count > 0).ToList();
        return new(flagged.Count, [.. flagged.Select(member => new Reason("at_risk", new(
            $"{member.Who.En}: {string.Join(", ", member.Risks.Select(risk => risk.En))}",
            $"{member.Who.Zh}：{string.Join("，", member.Risks.Select(risk => risk.Zh))}")))]);
    }

    private static Reason Counted(DecisionMember member)
    {
        var (weight, attitude) = (Signed(member.Weight!.Value), Signed(member.Attitude!.Value));
        return new("counted", new($"{member.Who.En}: weight {weight}, attitude {attitude}", $"{member.Who.Zh}：权重{weight}，态度{attitude}"));
    }

    private static IEnumerable<Reason> Uncounted(int count) => count == 0
        ? []
        : [new("uncounted", new($"{count.ToString(CultureInfo.InvariantCulture)} without weight or attitude", $"{count.ToString(CultureInfo.InvariantCulture)}人未登记权重或态度"))];

    private static string Signed(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture).Replace('-', '−');

    private static HistoryMeasure Of(string name, LocalizedText title, MeasureUnit unit, LocalizedText description, Func<IReadOnlyList<DecisionMember>, HistoryInput, MeasureResult> compute) => new()
    {
        Name = name,
        Title = title,
        Unit = unit,
        Description = description,
        Source = "Decision unit, texts 000 and 004",
        Kinds = [DecisionUnit.Talk],
        Singly = true,
        Reads = [DecisionUnit.TalkDays],
        ContactReads = DecisionUnit.Read,
        Computation = new DecisionMeasures(compute),
    };
}
