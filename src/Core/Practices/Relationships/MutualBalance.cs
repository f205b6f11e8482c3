using Clientele.Analysis.RelationshipValue;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>Who wins by each relation: the client, the firm, both or neither.</summary>
internal sealed class MutualBalance : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.mutual_value",
        Title = new("Mutual value", "双赢关系价值"),
        Description = new("What the client gains (delivered value) beside what the firm gains (relationship value): both, one or neither; a gain of nothing is no win. With the balance of a year ago.", "客户所得（让渡价值）与企业所得（关系价值）的对照：双赢、单赢或双输；零收益不算赢。附上一年的情况。"),
        Source = "Win-win relationship value of texts 001 and 002",
        Reads = ["core.delivered_value", "core.relationship_value"],
        Computation = new MutualBalance(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (now, unknown) = await ReadAsync(input, input.AsOf, cancellationToken).ConfigureAwait(false);
        if (now.Count == 0)
        {
            return Shown.Nothing("No client has both a delivered value and a relationship value.", "没有客户同时具备让渡价值与关系价值。");
        }

        var (before, _) = await ReadAsync(input, input.AsOf.YearBegin().AddDays(-1), cancellationToken).ConfigureAwait(false);
        return new InsightResult
        {
            Figures =
            [
                new("firm_only", new("Clients only the firm gains by (in danger of leaving)", "仅企业获益的客户（有流失危险）"), now.Count(entry => entry.Value.Balance == Balance.FirmOnly), MeasureUnit.Count) { Alert = now.Any(entry => entry.Value.Balance == Balance.FirmOnly) },
                new("unknown", new("Clients of whom one side is not known", "缺少一方数据的客户"), unknown, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "balances",
                    new("Balances", "双赢情况"),
                    [Shown.Column("balance", "Who gains", "获益方"), Shown.Column("members", "Clients", "客户数", MeasureUnit.Count), Shown.Column("before", "A year ago", "一年前", MeasureUnit.Count)],
                    [.. Enum.GetValues<Balance>().Select(balance => new InsightRow(Title(balance), (long)now.Count(entry => entry.Value.Balance == balance), (long)before.Count(entry => entry.Value.Balance == balance)) { Clients = [.. now.Where(entry => entry.Value.Balance == balance).Select(entry => entry.Client)] })]),
                new(
                    "clients",
                    new("Clients", "客户"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("for_client", "The client gains (in the unit of the assessments)", "客户所得（评价所用单位）"), Shown.Column("for_firm", "The firm gains", "企业所得", MeasureUnit.Money), Shown.Column("balance", "Who gains", "获益方")],
                    [.. now.OrderBy(entry => entry.Value.Balance == Balance.FirmOnly ? 0 : 1).ThenByDescending(entry => entry.Value.ForFirm).ThenBy(entry => entry.Client).Select(entry => new InsightRow(entry.Client, entry.Value.ForClient, entry.Value.ForFirm, Title(entry.Value.Balance)) { Clients = [entry.Client] })]),
            ],
            Charts = [new(ChartKind.Matrix, "clients", new("What the client gains by what the firm gains", "客户所得与企业所得")) { Label = "client", Values = ["for_client", "for_firm"], Cuts = [0], CutsAcross = [0] }],
        };
    }

    private static async Task<(List<(ClientId Client, MutualValue Value)> Known, long Unknown)> ReadAsync(IInsightInput input, DateOnly asOf, CancellationToken cancellationToken)
    {
        var known = new List<(ClientId, MutualValue)>();
        var unknown = 0L;
        await foreach (var client in input.ClientsAsync(asOf, cancellationToken).ConfigureAwait(false))
        {
            if (client.Number("core.delivered_value") is { } forClient && client.Number("core.relationship_value") is { } forFirm)
            {
                known.Add((client.Id, MutualValue.Of(client.Id.ToString(), forClient, forFirm)));
            }
            else
            {
                unknown++;
            }
        }

        return (known, unknown);
    }

    private static LocalizedText Title(Balance balance) => balance switch
    {
        Balance.WinWin => new("both", "双赢"),
        Balance.FirmOnly => new("the firm only", "仅企业"),
        Balance.ClientOnly => new("the client only", "仅客户"),
        _ => new("neither", "双输"),
    };
}
