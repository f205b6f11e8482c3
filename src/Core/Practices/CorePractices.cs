namespace Clientele.Practices;

/// <summary>What every firm can use, whatever its industry: registered through the same builder as a plugin, under the prefix <c>core</c>.</summary>
/// <remarks>Stateless and thread-safe. The framework configures it before any plugin.</remarks>
public sealed class CorePractices : IPlugin
{
    /// <summary>The prefix of everything registered here.</summary>
    public const string Prefix = "core";

    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder
            .Attributes(new AttributeDefinition { Name = "core.region", Title = new("Region", "地区") })
            .TouchpointKinds(Touchpoints.CoreKinds.All)
            .Measures(Value.CoreMeasures.All)
            .Schemes(Concentration.Abc.Scheme)
            .Insights(Coverage.DataCoverage.Insight)
            .Guards(Consent.ConsentGuard.Guard)
            .Reports(Concentration.Abc.Report);
    }
}
