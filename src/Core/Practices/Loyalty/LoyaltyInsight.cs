using Clientele.Analysis.Loyalty;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Loyalty;

/// <summary>The quadrants of loyalty, and the valuable clients whose loyalty is only habit.</summary>
internal sealed class LoyaltyInsight : IInsightComputation
{
    private static readonly NumberSetting Threshold = new() { Name = "threshold", Title = new("Where behaviour and attitude are cut", "行为与态度的分界"), Default = 0.5m, Most = 1 };

    public static Insight Insight { get; } = new()
    {
        Name = "core.loyalty",
        Title = new("Loyalty in behaviour and attitude", "行为与态度忠诚度"),
        Description = new("Clients by what they do and what they think, each cut at one half unless set otherwise: true, spurious, latent or no loyalty; and the A clients whose loyalty is spurious, in danger of leaving.", "按行为与态度（默认分界均为0.5）将客户分为真正忠诚、虚假忠诚、潜在忠诚与不忠诚；并列出虚假忠诚、有流失危险的A类客户。"),
        Source = "Dick and Basu 1994",
        Reads = ["core.loyalty_behaviour", "core.loyalty_attitude", "core.sales"],
        Schemes = ["core.abc"],
        Settings = [Threshold],
        Computation = new LoyaltyInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var clients = new List<(ClientId Client, ClientLoyalty Loyalty)>();
        var unknown = 0L;
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (client.Number("core.loyalty_behaviour") is { } behaviour && client.Number("core.loyalty_attitude") is { } attitude
                && ClientLoyalty.Of([(double)behaviour], [(double)attitude], client.Segment("core.abc") == "a", (double)input.Setting(Threshold)).Value is { } loyalty)
            {
                clients.Add((client.Id, loyalty));
            }
            else
            {
                unknown++;
            }
        }

        if (clients.Count == 0)
        {
            return Shown.Nothing("No client has both sales and answers on recommendation, trust or tolerance.", "没有客户同时具备成交与推荐、信任或容忍度的答复。");
        }

        var danger = clients.Where(client => client.Loyalty.InDanger).ToList();
        return new InsightResult
        {
            Figures =
            [
                new("in_danger", new("Valuable clients in danger (spurious loyalty)", "有流失危险的优质客户（虚假忠诚）"), danger.Count, MeasureUnit.Count) { Alert = danger.Count > 0 },
                new("unknown", new("Clients of whom one side is not known", "缺少一方数据的客户"), unknown, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "kinds",
                    new("Kinds of loyalty", "忠诚类型"),
                    [Shown.Column("kind", "Kind", "类型"), Shown.Column("members", "Clients", "客户数", MeasureUnit.Count)],
                    [.. Enum.GetValues<LoyaltyKind>().Select(kind => new InsightRow(Title(kind), (long)clients.Count(client => client.Loyalty.Kind == kind)) { Clients = [.. clients.Where(client => client.Loyalty.Kind == kind).Select(client => client.Client)] })]),
                new(
                    "clients",
                    new("Clients", "客户"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("behaviour", "Behaviour", "行为"), Shown.Column("attitude", "Attitude", "态度"), Shown.Column("kind", "Kind", "类型"), Shown.Column("danger", "In danger", "有危险")],
                    [.. clients.OrderByDescending(client => client.Loyalty.InDanger).ThenByDescending(client => client.Loyalty.Behaviour).ThenBy(client => client.Client).Select(client => new InsightRow(
                        client.Client, InsightCell.Measured(client.Loyalty.Behaviour), InsightCell.Measured(client.Loyalty.Attitude), Title(client.Loyalty.Kind), client.Loyalty.InDanger ? new LocalizedText("in danger", "有危险") : null) { Clients = [client.Client] })]),
            ],
            Charts = [new(ChartKind.Matrix, "clients", new("Attitude by behaviour", "态度与行为")) { Label = "client", Values = ["behaviour", "attitude"], Cuts = [input.Setting(Threshold)], CutsAcross = [input.Setting(Threshold)] }],
        };
    }

    private static LocalizedText Title(LoyaltyKind kind) => kind switch
    {
        LoyaltyKind.TrueLoyalty => new("true", "真正忠诚"),
        LoyaltyKind.Spurious => new("spurious", "虚假忠诚"),
        LoyaltyKind.Latent => new("latent", "潜在忠诚"),
        _ => new("none", "不忠诚"),
    };
}
