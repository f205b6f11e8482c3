using Clientele.Analysis.RelationshipValue;
using Clientele.Practices.Costs;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>The relationship values of all clients, past and future apart.</summary>
internal sealed class RelationshipValues : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.relationship_values",
        Title = new("Relationship value of the clients", "客户关系价值一览"),
        Description = new("What each client is worth to the firm, the part that was and the part that is expected; how all values together and each one answer to retention, discount, margin and volume; and the clients without a value.", "每位客户对企业的价值，分为历史部分与预期部分；合计与各客户的价值对保留率、贴现率、利润率和购买量的敏感性；并列出尚无数值的客户数。"),
        Source = "Discounted cash flow of texts 001 to 004",
        Reads = RelationshipFlows.Reads,
        Kinds = [CostKinds.Cost],
        Roles = TouchpointRoles.Sale,
        Computation = new RelationshipValues(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var terms = await input.ClientsAsync(cancellationToken: cancellationToken)
            .Select(client => (client.Id, Terms: RelationshipFlows.Reads.ToDictionary(name => name, client.Number, StringComparer.Ordinal)))
            .ToDictionaryAsync(client => client.Id, client => client.Terms, cancellationToken: cancellationToken).ConfigureAwait(false);
        var values = new List<Valued>();
        await foreach (var facts in PerClientAsync(input, cancellationToken).ConfigureAwait(false))
        {
            var own = terms[facts[0].Client];
            if (own[Terms.MarginRate] is not null)
            {
                var flow = RelationshipFlows.Of(facts.Select(month => (month.First, month.Kind, month.Amount)), input.AsOf, name => own[name]);
                if (ClientRelationshipValue.Of(flow).Value is { } value)
                {
                    values.Add(new(facts[0].Client, value, ClientRelationshipValue.Sensitivities(flow)));
                }
            }
        }

        var unknown = terms.Count - values.Count;
        if (values.Count == 0)
        {
            return Shown.Nothing("No client has both facts and a margin rate.", "没有客户同时具备交易数据与毛利率。");
        }

        return new InsightResult
        {
            Figures =
            [
                new("total", new("All relationship values", "关系价值合计"), values.Sum(value => value.Value.Total), MeasureUnit.Money),
                new("future", new("Of it expected", "其中预期部分"), values.Sum(value => value.Value.Future), MeasureUnit.Money),
                new("loss", new("Clients below zero", "低于零的客户"), values.Count(value => value.Value.Total < 0), MeasureUnit.Count),
                new("unknown", new("Clients without a value", "无数值的客户"), unknown, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "clients",
                    new("Relationship values", "关系价值"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("history", "History", "历史", MeasureUnit.Money), Shown.Column("future", "Future", "未来", MeasureUnit.Money), Shown.Column("total", "Total", "合计", MeasureUnit.Money)],
                    [.. values.OrderByDescending(value => value.Value.Total).ThenBy(value => value.Client).Select(value => new InsightRow(value.Client, value.Value.History, value.Value.Future, value.Value.Total) { Clients = [value.Client] })]),
                Together(values),
                EachOne(values),
            ],
            Reasons = [Terms.Assumed],
        };
    }

    // Every assumption by itself, for all clients at once.
    private static InsightTable Together(List<Valued> values) => new(
        "sensitivity",
        new("How all relationship values answer to each assumption", "关系价值合计对各项假设的敏感性"),
        [Shown.Column("assumption", "Assumption changed", "变动的假设"), Shown.Column("down", "Lowered", "调低后", MeasureUnit.Money), Shown.Column("now", "As assumed", "现值", MeasureUnit.Money), Shown.Column("up", "Raised", "调高后", MeasureUnit.Money), Shown.Column("spread", "Difference", "差额", MeasureUnit.Money)],
        [.. values[0].Sensitivities.Select((assumption, at) =>
        {
            var known = values.Where(value => value.Sensitivities[at] is { Down.IsKnown: true, Up.IsKnown: true }).ToList();
            var (down, up) = (known.Sum(value => value.Sensitivities[at].Down.Value!.Total), known.Sum(value => value.Sensitivities[at].Up.Value!.Total));
            return new InsightRow(assumption.Title, down, known.Sum(value => value.Value.Total), up, up - down) { Clients = [.. known.Select(value => value.Client)] };
        })]);

    private static InsightTable EachOne(List<Valued> values) => new(
        "client_sensitivity",
        new("How each relationship value answers to each assumption", "各客户关系价值对各项假设的敏感性"),
        [Shown.Column("client", "Client", "客户"), .. values[0].Sensitivities.SelectMany(one => (InsightColumn[])[new($"{one.Assumption}_down", new($"{one.Title.En}: lowered", $"{one.Title.Zh}：调低"), MeasureUnit.Money), new($"{one.Assumption}_up", new($"{one.Title.En}: raised", $"{one.Title.Zh}：调高"), MeasureUnit.Money)])],
        [.. values.OrderByDescending(value => value.Value.Total).ThenBy(value => value.Client).Select(value => new InsightRow([value.Client, .. value.Sensitivities.SelectMany(one => (InsightCell[])[Cell(one.Down), Cell(one.Up)])]) { Clients = [value.Client] })]);

    private static InsightCell Cell(Finding<ClientRelationshipValue> finding) => finding.Then(value => Finding.Of(value.Total)).Cell();

    private static async IAsyncEnumerable<List<ClientMonth>> PerClientAsync(IInsightInput input, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var months = new List<ClientMonth>();
        await foreach (var month in input.MonthsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (months.Count > 0 && months[0].Client != month.Client)
            {
                yield return months;
                months = [];
            }

            months.Add(month);
        }

        if (months.Count > 0)
        {
            yield return months;
        }
    }

    private sealed record Valued(ClientId Client, ClientRelationshipValue Value, IReadOnlyList<Sensitivity> Sensitivities);
}
