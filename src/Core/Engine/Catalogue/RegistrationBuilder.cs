using System.Collections.Frozen;
using Clientele.Plugins;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Clientele;

/// <summary>Collects what a plugin, a practice or an application registers.</summary>
/// <param name="origin">Who registers.</param>
/// <remarks>
/// Not thread-safe. It takes copies: a list that the caller changes afterwards changes nothing here, and a list of a type of the plugin's own
/// (a collection expression makes one in the plugin's assembly) does not keep the plugin from being unloaded.
/// </remarks>
/// <example>
/// <code>
/// var builder = new RegistrationBuilder(new Origin("my.firm", "firm", "templates"));
/// builder.Attributes(new AttributeDefinition { Name = "firm.region", Title = new("Region", "区域") });
/// var result = Catalogue.Build([core, builder.Build()]);
/// </code>
/// </example>
public sealed class RegistrationBuilder(Origin origin) : IPluginBuilder
{
    private readonly List<AttributeDefinition> _attributes = [];
    private readonly List<TouchpointKind> _kinds = [];
    private readonly List<MatterType> _matterTypes = [];
    private readonly List<Measure> _measures = [];
    private readonly List<Scheme> _schemes = [];
    private readonly List<Insight> _insights = [];
    private readonly List<Policy> _policies = [];
    private readonly List<Guard> _guards = [];
    private readonly List<LetterDefinition> _letters = [];
    private readonly List<ReportDefinition> _reports = [];
    private readonly List<TimingWindow> _windows = [];
    private readonly List<TextGuard> _textGuards = [];
    private readonly List<RegisterDefinition> _registers = [];
    private readonly List<DataMigration> _migrations = [];
    private readonly ServiceCollection _services = [];

    /// <inheritdoc/>
    public string Prefix => origin.Prefix;

    /// <inheritdoc/>
    public IServiceCollection Services => _services;

    /// <inheritdoc/>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <inheritdoc/>
    public int ApiLevel { get; init; } = 1;

    /// <summary>What the operator set for it: names and values.</summary>
    /// <value>Empty by default: every setting has its default.</value>
    public IReadOnlyDictionary<string, string?> SettingValues { init => Settings = new(origin.Id, value); }

    /// <summary>The folder of its texts; <see langword="null"/> where it has none.</summary>
    public string? TextFolder { init => Texts = new(value); }

    internal PluginTexts Texts { get; private init; } = new(null);

    internal SettingReader Settings { get; private init; } = new(origin.Id, new Dictionary<string, string?>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public LocalizedText Text(string key) => Texts.Text(key);

    /// <inheritdoc/>
    public T Setting<T>(Setting<T> setting) => Settings.Read(setting);

    /// <inheritdoc/>
    public IPluginBuilder Attributes(params IReadOnlyList<AttributeDefinition> attributes) =>
        Add(_attributes, attributes, definition => definition with { Choices = [.. definition.Choices] });

    /// <inheritdoc/>
    public IPluginBuilder TouchpointKinds(params IReadOnlyList<TouchpointKind> kinds) =>
        Add(_kinds, kinds, kind => kind with { Details = [.. kind.Details] });

    /// <inheritdoc/>
    public IPluginBuilder MatterTypes(params IReadOnlyList<MatterType> types) =>
        Add(_matterTypes, types, type => type with
        {
            Stages = [.. type.Stages],
            Moves = [.. type.Moves.Select(move => move with { Requires = [.. move.Requires] })],
            FollowOns = [.. type.FollowOns.Select(next => next with { Carries = [.. next.Carries] })],
        });

    /// <inheritdoc/>
    public IPluginBuilder Measures(params IReadOnlyList<Measure> measures) => Add(_measures, measures, Copy);

    /// <inheritdoc/>
    public IPluginBuilder Schemes(params IReadOnlyList<Scheme> schemes) => Add(_schemes, schemes, scheme => Copy(scheme) with { Treatments = scheme.Treatments.ToFrozenDictionary(pair => pair.Key, pair => pair.Value with { Channels = [.. pair.Value.Channels] }, StringComparer.Ordinal) });

    /// <inheritdoc/>
    public IPluginBuilder Insights(params IReadOnlyList<Insight> insights) =>
        Add(_insights, insights, insight => insight with { Reads = [.. insight.Reads], ContactReads = [.. insight.ContactReads], Schemes = [.. insight.Schemes], Kinds = [.. insight.Kinds], Registers = [.. insight.Registers], MatterTypes = [.. insight.MatterTypes], Settings = [.. insight.Settings.Select(Copy)] });

    /// <inheritdoc/>
    public IPluginBuilder Policies(params IReadOnlyList<Policy> policies) => Add(_policies, policies, Copy);

    /// <inheritdoc/>
    public IPluginBuilder Guards(params IReadOnlyList<Guard> guards) => Add(_guards, guards, guard => guard with { Kinds = [.. guard.Kinds] });

    /// <inheritdoc/>
    public IPluginBuilder Windows(params IReadOnlyList<TimingWindow> windows) => Add(_windows, windows, Copy);

    /// <inheritdoc/>
    public IPluginBuilder TextGuards(params IReadOnlyList<TextGuard> guards) =>
        Add(_textGuards, guards, guard => guard with { Words = guard.Words.ToFrozenDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value], StringComparer.Ordinal) });

    /// <inheritdoc/>
    public IPluginBuilder Letters(params IReadOnlyList<LetterDefinition> letters) =>
        Add(_letters, letters, letter => letter with { Stages = [.. letter.Stages], Insights = [.. letter.Insights], Registers = [.. letter.Registers] });

    /// <inheritdoc/>
    public IPluginBuilder Reports(params IReadOnlyList<ReportDefinition> reports) =>
        Add(_reports, reports, report => report with { Policies = [.. report.Policies], Insights = [.. report.Insights], Registers = [.. report.Registers] });

    /// <inheritdoc/>
    public IPluginBuilder Registers(params IReadOnlyList<RegisterDefinition> registers) => Add(_registers, registers, register => register with
    {
        Fields = [.. register.Fields.Select(field => field with { Choices = [.. field.Choices] })],
        Key = [.. register.Key],
        UniqueActive = [.. register.UniqueActive],
        ChangedBy = [.. register.ChangedBy],
    });

    /// <inheritdoc/>
    public IPluginBuilder Migrations(params IReadOnlyList<DataMigration> migrations) =>
        Add(_migrations, migrations, migration => migration with { Changes = [.. migration.Changes.Select(Copy)] });

    /// <summary>Everything collected so far.</summary>
    /// <param name="requires">The ids of the origins it may refer to besides the core; <see langword="null"/> for all.</param>
    /// <returns>The registration.</returns>
    public Registration Build(IReadOnlyList<string>? requires = null) => new()
    {
        Origin = origin,
        Requires = requires,
        Attributes = [.. _attributes],
        Kinds = [.. _kinds],
        MatterTypes = [.. _matterTypes],
        Measures = [.. _measures],
        Schemes = [.. _schemes],
        Insights = [.. _insights],
        Policies = [.. _policies],
        Guards = [.. _guards],
        Letters = [.. _letters],
        Reports = [.. _reports],
        Windows = [.. _windows],
        TextGuards = [.. _textGuards],
        Registers = [.. _registers],
        Migrations = [.. _migrations],
        Services = [.. _services],
    };

    private RegistrationBuilder Add<T>(List<T> to, IReadOnlyList<T> items, Func<T, T> copy)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var item in items)
        {
            ArgumentNullException.ThrowIfNull(item, nameof(items));
            to.Add(copy(item));
        }

        return this;
    }

    private static TimingWindow Copy(TimingWindow window) => window with { Purposes = [.. window.Purposes] } switch
    {
        EventWindow opened => opened with { OpenedBy = [.. opened.OpenedBy], ClosedBy = [.. opened.ClosedBy], Where = opened.Where.ToFrozenDictionary(StringComparer.Ordinal) },
        CalendarWindow calendar => calendar with { Days = [.. calendar.Days] },
        var other => other,
    };

    private static DataChange Copy(DataChange change) => change is ConvertValues convert
        ? convert with { Values = convert.Values.ToFrozenDictionary(StringComparer.Ordinal) }
        : change;

    private static Setting Copy(Setting setting) => setting switch
    {
        ChoiceSetting choice => choice with { Choices = [.. choice.Choices] },
        NamesSetting names => names with { Default = [.. names.Default] },
        _ => setting,
    };

    private static Measure Copy(Measure measure) => measure switch
    {
        FactMeasure fact => fact with { Kinds = [.. fact.Kinds], Where = fact.Where.ToFrozenDictionary(StringComparer.Ordinal) },
        HistoryMeasure history => history with { Kinds = [.. history.Kinds], Reads = [.. history.Reads], ContactReads = [.. history.ContactReads] },
        ComputedMeasure computed => computed with { Reads = [.. computed.Reads] },
        _ => measure,
    };

    private static Scheme Copy(Scheme scheme) => scheme switch
    {
        RuleScheme rules => rules with { Rules = [.. rules.Rules] },
        RankScheme ranks => ranks with { Cuts = [.. ranks.Cuts] },
        ScoreScheme score => score with { Factors = [.. score.Factors], Cuts = [.. score.Cuts] },
        MatrixScheme matrix => matrix with { Rows = matrix.Rows with { Cuts = [.. matrix.Rows.Cuts] }, Columns = matrix.Columns with { Cuts = [.. matrix.Columns.Cuts] }, Cells = [.. matrix.Cells] },
        _ => scheme,
    };

    private static Policy Copy(Policy policy) => policy switch
    {
        CadencePolicy cadence => cadence with { EveryDays = cadence.EveryDays.ToFrozenDictionary(StringComparer.Ordinal), FulfilledBy = [.. cadence.FulfilledBy] },
        EventPolicy after => after with { After = [.. after.After], Steps = [.. after.Steps], FulfilledBy = [.. after.FulfilledBy] },
        _ => policy with { FulfilledBy = [.. policy.FulfilledBy] },
    };
}
