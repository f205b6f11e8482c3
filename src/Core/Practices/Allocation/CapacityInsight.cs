using Clientele.Analysis.Allocation;
using Clientele.Practices.History;

namespace Clientele.Practices.Allocation;

/// <summary>Whether the attention of a year went to the clients who are worth it.</summary>
internal sealed class CapacityInsight : IInsightComputation
{
    private const string Touches = "core.touches_12m";

    // The shares of sales that the thesis gives the three classes.
    private static readonly NumberSetting[] Weights = [Weight("a", 60), Weight("b", 25), Weight("c", 15)];
    private static readonly WholeSetting Floor = new() { Name = "floor", Title = new("Touches that every client gets, where there are enough", "每家客户至少的接触次数（总数足够时）"), Default = 1, Most = 1000 };

    public static Insight Insight { get; } = new()
    {
        Name = "core.service_capacity",
        Title = new("Service by what clients are worth", "按客户价值配置服务"),
        Description = new("Divides the touches of the last twelve months among the classes by their weights, with a floor for each client, and shows who got more or less than that.", "将近12个月的接触次数按权重分配给三类客户（每户不低于下限），并列出多于或少于计划的客户。"),
        Reads = [Touches],
        Schemes = ["core.abc"],
        Settings = [.. Weights, Floor],
        Computation = new CapacityInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var clients = await input.ClientsAsync(cancellationToken: cancellationToken).Where(client => client.Segment("core.abc") is not null)
            .Select(client => (client.Id, Class: client.Segment("core.abc")!, Touches: client.Number(Touches) ?? 0)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var hours = clients.Sum(client => client.Touches);
        var floor = input.Setting(Floor);
        var classes = Concentration.Abc.Scheme.All.Select(segment => (segment.Title, Class: new CapacityClass(segment.Name, clients.Count(client => client.Class == segment.Name), input.Setting(Weights.First(weight => weight.Name == $"weight_{segment.Name}")), hours >= clients.Count * floor ? floor : 0))).ToList();
        var found = hours > 0 ? Capacity.Allocate(hours, [.. classes.Select(one => one.Class)]) : Finding.Refused<IReadOnlyList<CapacityShare>>("nothing_booked", new("No touch with a classified client is recorded in the last twelve months.", "近12个月没有与已分类客户接触的记录。"));
        if (!found.IsKnown)
        {
            return Told.Refused(found);
        }

        var plan = found.Value.ToDictionary(share => share.Name, share => share.PerClient);
        var compared = BookedHours.Compare([.. clients.Select(client => (client.Id.ToString(), plan[client.Class], client.Touches))]);
        var ids = clients.ToDictionary(client => client.Id.ToString(), client => (client.Id, client.Class));
        return new InsightResult
        {
            Figures =
            [
                new("touches", new("Touches in 12 months", "近12个月接触次数"), hours, MeasureUnit.Count),
                new("below", new("Clients below plan", "低于计划的客户"), compared.Count(one => one.Standing == PlanStanding.Below), MeasureUnit.Count),
                new("above", new("Clients above plan", "高于计划的客户"), compared.Count(one => one.Standing == PlanStanding.Above), MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "classes", new("Plan and booking by class", "各类客户的计划与实际"),
                    [new("class", new("Class", "类别")), new("members", new("Clients", "客户数"), MeasureUnit.Count), new("planned", new("Planned", "计划")), new("booked", new("Booked", "实际")), new("per_client", new("Planned per client", "每户计划"))],
                    [.. classes.Zip(found.Value, (one, share) => new InsightRow(one.Title, (long)share.Clients, share.Hours, clients.Where(client => client.Class == share.Name).Sum(client => client.Touches), decimal.Round(share.PerClient, 2)) { Clients = [.. clients.Where(client => client.Class == share.Name).Select(client => client.Id)] })]),
                new(
                    "clients", new("Furthest from the plan", "与计划相差最多的客户"),
                    [new("client", new("Client", "客户")), new("planned", new("Planned", "计划")), new("booked", new("Booked", "实际")), new("standing", new("Standing", "情况"))],
                    [.. compared.Select(one => new InsightRow(ids[one.Id].Id, decimal.Round(one.Planned, 2), one.Booked, Standing(one.Standing)) { Clients = [ids[one.Id].Id] })]),
            ],
            Charts = [new(ChartKind.Bars, "classes", new("Planned touches by class", "各类客户的计划接触次数")) { Label = "class", Values = ["planned"] }],
        };
    }

    private static NumberSetting Weight(string name, decimal usual) => new() { Name = $"weight_{name}", Title = new($"Weight of class {name.ToUpperInvariant()}", $"{name.ToUpperInvariant()}类的权重"), Default = usual, Most = 1_000_000 };

    private static LocalizedText Standing(PlanStanding standing) => standing switch
    {
        PlanStanding.Above => new("above plan", "高于计划"),
        PlanStanding.Below => new("below plan", "低于计划"),
        _ => new("on plan", "符合计划"),
    };
}
