using Clientele.Practices.History;
using Clientele.Practices.Showing;

namespace Clientele.Practices.People;

/// <summary>The decision units of all clients: who is for us, and who puts it at risk that a client stays.</summary>
internal sealed class DecisionUnitInsight : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.decision_unit",
        Title = new("Who decides, and who is against us", "中高层决策人关系图"),
        Description = new(
            "The support among those who decide, client by client, and the people of weight 3 or more whose attitude is below zero or with whom nobody talked in private for too long.",
            "各客户决策层支持度，以及权重不低于3且态度为负或久未单独沟通的人员。"),
        Source = "Decision unit, texts 000 and 004",
        Reads = [DecisionMeasures.Support, DecisionMeasures.AtRisk, DecisionUnit.TalkDays],
        ContactReads = DecisionUnit.Read,
        Kinds = [DecisionUnit.Talk],
        Computation = new DecisionUnitInsight(),
    };

    private sealed record AtRisk(ClientId Client, DecisionMember Member, IReadOnlyList<LocalizedText> Risks);

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var clients = new List<(ClientId Id, decimal? Support, decimal? AtRisk)>();
        var days = new Dictionary<ClientId, decimal?>();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (client.Number(DecisionMeasures.Support) is { } support)
            {
                clients.Add((client.Id, support, client.Number(DecisionMeasures.AtRisk)));
            }

            if (client.Number(DecisionMeasures.AtRisk) > 0)
            {
                days.Add(client.Id, client.Number(DecisionUnit.TalkDays));
            }
        }

        if (clients.Count == 0)
        {
            return Shown.Nothing("No person has both a weight in decisions and an attitude to us recorded.", "没有同时登记决策权重和态度的联系人。");
        }

        var people = await PeopleAsync(input, days, cancellationToken).ConfigureAwait(false);
        return new InsightResult
        {
            Figures =
            [
                new("clients", new("Clients whose decision unit is known", "已登记决策人的客户"), clients.Count, MeasureUnit.Count),
                new("clients_at_risk", new("Clients whose continuity is at risk", "合作连续性存在风险的客户"), days.Count, MeasureUnit.Count) { Alert = days.Count > 0 },
                new("people_at_risk", new("People to win back", "需要重点争取的人员"), people.Count, MeasureUnit.Count) { Alert = people.Count > 0 },
                Told.Ratio("mean_support", new("Mean support", "平均支持度"), (double)clients.Average(client => client.Support!.Value)),
            ],
            Tables = [People(people), Clients(clients)],
        };
    }

    private static async Task<List<AtRisk>> PeopleAsync(IInsightInput input, Dictionary<ClientId, decimal?> days, CancellationToken cancellationToken)
    {
        var talks = new Dictionary<ContactId, DateOnly>();
        await foreach (var talk in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (talk.Contact is { } person && days.ContainsKey(talk.Client))
            {
                talks[person] = talk.OccurredOn;
            }
        }

        var found = new List<AtRisk>();
        await foreach (var person in input.ContactsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (days.TryGetValue(person.Client, out var every))
            {
                var member = DecisionUnit.Member(person, talks.TryGetValue(person.Id, out var last) ? last : null);
                if (DecisionUnit.Risks(member, input.AsOf, every) is { Count: > 0 } risks)
                {
                    found.Add(new(person.Client, member, risks));
                }
            }
        }

        return [.. found.OrderByDescending(entry => entry.Member.Weight).ThenBy(entry => entry.Member.Attitude ?? 0).ThenBy(entry => entry.Client).ThenBy(entry => entry.Member.Id)];
    }

    private static InsightTable People(List<AtRisk> people) => new(
        "people",
        new("People who put continuity at risk", "影响合作连续性的人员"),
        [
            Shown.Column("client", "Client", "客户"), Shown.Column("person", "Person", "姓名"), Shown.Column("position", "Position", "职务"), Shown.Column("weight", "Weight", "权重"),
            Shown.Column("attitude", "Attitude", "态度"), Shown.Column("last_talk", "Last talk in private", "最近单独沟通"), Shown.Column("risk", "Risk", "风险"),
        ],
        [.. people.Select(entry => new InsightRow(
            entry.Client, entry.Member.Id, entry.Member.Who, entry.Member.Weight, entry.Member.Attitude, entry.Member.LastTalk,
            new LocalizedText(string.Join(", ", entry.Risks.Select(risk => risk.En)), string.Join("，", entry.Risks.Select(risk => risk.Zh)))) { Clients = [entry.Client] })]);

    private static InsightTable Clients(List<(ClientId Id, decimal? Support, decimal? AtRisk)> clients) => new(
        "clients",
        new("Support by client, the least first", "各客户支持度（由低到高）"),
        [Shown.Column("client", "Client", "客户"), Shown.Column("support", "Support", "支持度"), Shown.Column("at_risk", "People at risk", "风险人员", MeasureUnit.Count)],
        [.. clients.OrderBy(client => client.Support).ThenBy(client => client.Id).Select(client => new InsightRow(client.Id, client.Support, client.AtRisk) { Clients = [client.Id] })]);
}
