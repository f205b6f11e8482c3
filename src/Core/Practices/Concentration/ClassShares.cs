using System.Globalization;
using Clientele.Analysis.Concentration;
using Clientele.Practices.History;

namespace Clientele.Practices.Concentration;

/// <summary>What each class of clients comes to, and how far that is from what it should come to.</summary>
internal sealed class ClassShares : IInsightComputation
{
    private readonly NamesSetting _scheme;
    private readonly TextSetting _clientTargets;
    private readonly TextSetting _valueTargets;

    private static readonly NamesSetting Basis = new() { Name = "basis", Title = new("What clients are worth: sales, profit or another amount", "衡量依据：销售额、利润或其他金额"), Default = ["core.sales_12m"] };

    private ClassShares(string scheme, string clientTargets, string valueTargets)
    {
        _scheme = new() { Name = "scheme", Title = new("Scheme whose classes are shown", "所用分类法"), Of = SettingNames.Schemes, Default = [scheme] };
        _clientTargets = Targets("client_targets", new("Target shares of the clients, in percent, in the order of the classes", "各类客户数量的目标占比（%，按类别顺序）"), clientTargets);
        _valueTargets = Targets("value_targets", new("Target shares of the value, in percent, in the order of the classes", "各类客户价值的目标占比（%，按类别顺序）"), valueTargets);
    }

    public static Insight Insight { get; } = new ClassShares("core.abc", "", "").Define(
        "core.class_shares",
        new("Shares of the client classes", "各类客户的份额"),
        new("For each class its clients, sales, average and shares, and how the shares changed against the year before or differ from targets.", "各类客户的数量、销售额、平均值与份额，以及份额较上年或目标的差异。"),
        "");

    public static Insight ThreeClasses { get; } = new ClassShares("core.value_class", "8,13,79", "60,25,15").Define(
        "core.value_classes",
        new("Large, medium and small clients", "大、中、小客户的份额"),
        new("Large, medium and small clients (or the classes of another scheme): count, share of the clients, value, share of the value, average, and the drift from the 8, 13 and 79 % of the clients with 60, 25 and 15 % of the value that the text gives. The basis may be sales or profit.", "大、中、小客户（或其他分类法的类别）：数量、数量占比、价值、价值占比、平均值，以及与文中所述8%、13%、79%的客户占60%、25%、15%价值的偏离。依据可为销售额或利润。"),
        "Profit-based classes, text 004");

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (scheme, basis) = (input.Setting(_scheme)[0], input.Setting(Basis)[0]);
        var order = input.Segments(scheme);
        var clients = await ReadAsync(input, scheme, basis, input.AsOf, cancellationToken).ConfigureAwait(false);
        var targets = Stated(input, order);
        if (!targets.IsKnown)
        {
            return Told.Refused(targets);
        }

        var before = targets.Value.Count > 0 ? null : await YearBeforeAsync(input, scheme, basis, order, cancellationToken).ConfigureAwait(false);
        var found = ClassFigures.Of([.. clients.Select(client => (client.Class, client.Value))], order, before ?? targets.Value);
        return found.IsKnown
            ? Result(found.Value, clients.ToLookup(client => client.Class, client => client.Id), name => input.Title($"{scheme}.{name}"), input.Title(basis), targets.Value.Count > 0, before is { Count: > 0 })
            : Told.Refused(found);
    }

    private static InsightResult Result(IReadOnlyList<ClassFigure> found, ILookup<string, ClientId> members, Func<string, LocalizedText> title, LocalizedText basis, bool toTargets, bool toYear) => new()
    {
        Figures = [.. found.Select(figure => Told.Ratio($"{figure.Class}_share", title(figure.Class), figure.ValueShare))],
        Tables =
        [
            new(
                "classes",
                new("Classes", "客户类别"),
                [
                    new("class", new("Class", "类别")), new("clients_count", new("Clients", "客户数"), MeasureUnit.Count), new("client_share", new("Share of clients", "客户占比"), MeasureUnit.Ratio), new("sales", basis, MeasureUnit.Money),
                    new("sales_share", new("Share of it", "占比"), MeasureUnit.Ratio), new("average", new("Average", "平均"), MeasureUnit.Money),
                    new("client_drift", toTargets ? new("Share of clients against the target", "客户占比较目标") : new("Share of clients against last year", "客户占比较上年"), MeasureUnit.Ratio),
                    new("drift", toTargets ? new("Share against the target", "占比较目标") : new("Share against last year", "占比较上年"), MeasureUnit.Ratio),
                ],
                [.. found.Select(figure => new InsightRow(title(figure.Class), (long)figure.Count, InsightCell.Measured(figure.ClientShare), figure.Value, InsightCell.Measured(figure.ValueShare), figure.Average is { } average ? decimal.Round(average, 2) : default(decimal?), Told.Ratio(figure.ClientDrift), Told.Ratio(figure.ValueDrift))
                {
                    Clients = [.. members[figure.Class]],
                })]),
        ],
        Charts = [new(ChartKind.Bars, "classes", new($"{basis.En} by class", $"各类客户的{basis.Zh}")) { Label = "class", Values = ["sales"] }],
        Reasons = toTargets || toYear ? [] : [Told.Because("no_year_before", "There are no classes stored for the year before to compare with.", "没有上年的分类可供比较。")],
    };

    private static async Task<List<ClassTarget>> YearBeforeAsync(IInsightInput input, string scheme, string basis, IReadOnlyList<string> order, CancellationToken cancellationToken)
    {
        var clients = await ReadAsync(input, scheme, basis, input.AsOf.AddYears(-1), cancellationToken).ConfigureAwait(false);
        return ClassFigures.Of([.. clients.Select(client => (client.Class, client.Value))], order) is { IsKnown: true } before
            ? [.. before.Value.Where(figure => figure.Count > 0).Select(figure => new ClassTarget(figure.Class, figure.ClientShare, figure.ValueShare))]
            : [];
    }

    // Both lists or none: a class has a target for its clients and for its value.
    private Finding<IReadOnlyList<ClassTarget>> Stated(IInsightInput input, IReadOnlyList<string> order)
    {
        var (clients, values) = (Shares(input.Setting(_clientTargets)), Shares(input.Setting(_valueTargets)));
        return clients.Count == 0 && values.Count == 0 ? Finding.Of<IReadOnlyList<ClassTarget>>([])
            : clients.Count == order.Count && values.Count == order.Count && clients.Concat(values).All(double.IsFinite) ? Finding.Of<IReadOnlyList<ClassTarget>>([.. order.Select((name, at) => new ClassTarget(name, clients[at], values[at]))])
            : Finding.Refused<IReadOnlyList<ClassTarget>>("targets_unreadable", new($"The targets must be {order.Count} percentages each, parted by commas, one for each class.", $"目标应各为 {order.Count} 个百分数，以逗号分隔，每类一个。"));
    }

    private static List<double> Shares(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 100 ? share / 100 : double.NaN)];

    private static async Task<List<(ClientId Id, string Class, decimal Value)>> ReadAsync(IInsightInput input, string scheme, string basis, DateOnly day, CancellationToken cancellationToken) =>
        await input.ClientsAsync(day, cancellationToken).Where(client => client.Segment(scheme) is not null).Select(client => (client.Id, client.Segment(scheme)!, client.Number(basis) ?? 0)).ToListAsync(cancellationToken).ConfigureAwait(false);

    private static TextSetting Targets(string name, LocalizedText title, string value) => new() { Name = name, Title = title, Default = value, MostCharacters = 200, Description = new("Empty to compare with the year before.", "留空则与上年比较。") };

    private Insight Define(string name, LocalizedText title, LocalizedText description, string source) => new()
    {
        Name = name,
        Title = title,
        Description = description,
        Source = source,
        Settings = [_scheme, Basis, _clientTargets, _valueTargets],
        Computation = this,
    };
}
