using Microsoft.Extensions.DependencyInjection;

namespace Clientele.Plugins.Tests;

/// <summary>Keeps what a plugin registers, in the order it registers it.</summary>
public sealed class Registrations(string prefix) : IPluginBuilder
{
    public string Prefix { get; } = prefix;

    public IServiceCollection Services { get; } = new ServiceCollection();

    public List<AttributeDefinition> AllAttributes { get; } = [];

    public List<TouchpointKind> AllKinds { get; } = [];

    public List<MatterType> AllMatterTypes { get; } = [];

    public List<Measure> AllMeasures { get; } = [];

    public List<Scheme> AllSchemes { get; } = [];

    public List<Policy> AllPolicies { get; } = [];

    public List<Guard> AllGuards { get; } = [];

    public List<LetterDefinition> AllLetters { get; } = [];

    public List<ReportDefinition> AllReports { get; } = [];

    public List<Insight> AllInsights { get; } = [];

    public List<RegisterDefinition> AllRegisters { get; } = [];

    /// <summary>Every name of the plugin's own, whatever it names.</summary>
    public IEnumerable<string> Names =>
    [
        .. AllAttributes.Select(it => it.Name), .. AllKinds.Select(it => it.Name), .. AllMatterTypes.Select(it => it.Name),
        .. AllMeasures.Select(it => it.Name), .. AllSchemes.Select(it => it.Name), .. AllPolicies.Select(it => it.Name),
        .. AllGuards.Select(it => it.Name), .. AllLetters.Select(it => it.Name), .. AllReports.Select(it => it.Name), .. AllInsights.Select(it => it.Name), .. AllRegisters.Select(it => it.Name),
    ];

    /// <summary>Every text that people read.</summary>
    public IEnumerable<LocalizedText> Titles =>
    [
        .. AllAttributes.Select(it => it.Title), .. AllAttributes.SelectMany(it => it.Choices).Select(it => it.Title), .. AllKinds.Select(it => it.Title),
        .. AllKinds.SelectMany(it => it.Details).Select(it => it.Title), .. AllMatterTypes.Select(it => it.Title), .. AllMatterTypes.SelectMany(it => it.Stages).Select(it => it.Title),
        .. AllMeasures.Select(it => it.Title), .. AllMeasures.Where(it => it.Description is not null).Select(it => it.Description!), .. AllSchemes.Select(it => it.Title),
        .. AllSchemes.SelectMany(it => it.All).Select(it => it.Title), .. AllPolicies.Select(it => it.Title), .. AllGuards.Select(it => it.Title), .. AllGuards.Select(it => it.Refusal),
        .. AllRegisters.Select(it => it.Title), .. AllRegisters.SelectMany(it => it.Fields).Select(it => it.Title), .. AllRegisters.SelectMany(it => it.Fields).SelectMany(it => it.Choices).Select(it => it.Title),
        .. AllRegisters.Select(it => it.Description).OfType<LocalizedText>(), .. AllLetters.Select(it => it.Title), .. AllReports.Select(it => it.Title), .. AllInsights.SelectMany(it => it.Settings.Select(setting => setting.Title).Append(it.Title).Append(it.Description)),
    ];

    public IPluginBuilder Attributes(params IReadOnlyList<AttributeDefinition> attributes) => Keep(AllAttributes, attributes);

    public IPluginBuilder TouchpointKinds(params IReadOnlyList<TouchpointKind> kinds) => Keep(AllKinds, kinds);

    public IPluginBuilder MatterTypes(params IReadOnlyList<MatterType> types) => Keep(AllMatterTypes, types);

    public IPluginBuilder Measures(params IReadOnlyList<Measure> measures) => Keep(AllMeasures, measures);

    public IPluginBuilder Schemes(params IReadOnlyList<Scheme> schemes) => Keep(AllSchemes, schemes);

    public IPluginBuilder Insights(params IReadOnlyList<Insight> insights) => Keep(AllInsights, insights);

    public IPluginBuilder Policies(params IReadOnlyList<Policy> policies) => Keep(AllPolicies, policies);

    public IPluginBuilder Guards(params IReadOnlyList<Guard> guards) => Keep(AllGuards, guards);

    public IPluginBuilder Letters(params IReadOnlyList<LetterDefinition> letters) => Keep(AllLetters, letters);

    public IPluginBuilder Reports(params IReadOnlyList<ReportDefinition> reports) => Keep(AllReports, reports);

    public IPluginBuilder Registers(params IReadOnlyList<RegisterDefinition> registers) => Keep(AllRegisters, registers);

    private Registrations Keep<T>(List<T> kept, IReadOnlyList<T> added)
    {
        kept.AddRange(added);
        return this;
    }
}
