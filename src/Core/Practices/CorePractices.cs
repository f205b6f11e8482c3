using Clientele.Practices.ClientPortfolio;
using Clientele.Practices.CostReturn;
using Clientele.Practices.KeyAccounts;
using Clientele.Practices.LeadScoring;
using Clientele.Practices.LifeCycle;
using Clientele.Practices.RelationshipClasses;
using Clientele.Practices.Release;
using Clientele.Practices.ValueClasses;

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
            .Schemes(Concentration.Abc.Scheme);
        Segmentation(builder);
        builder
            .Insights(Coverage.DataCoverage.Insight)
            .Guards(Consent.ConsentGuard.Guard)
            .Reports(Concentration.Abc.Report);
    }

    // In the order in which operators read them: worth, portfolio, relationship, life cycle, exceptions.
    private static void Segmentation(IPluginBuilder builder) => builder
        .Attributes(AwaitedMeasures.All)
        .Attributes([.. Growth.Attributes, .. KeyClients.Attributes, KeyAccount.MarginRate, .. LeadScore.Attributes, ReleaseScheme.ReferralValue])
        .TouchpointKinds(Playbook.Kind)
        .Measures([Growth.Potential, KeyClients.SalesIndex, LeadScore.Measure, SaleInterval.Measure, RelationshipClass.Satisfaction, LifeCycleStage.Measure, .. NetValue.Measures, CostReturnScheme.Measure])
        .Schemes(
            ValueClass.Scheme, Portfolio.Scheme, Growth.Scheme, KeyClients.Scheme, KeyAccount.Scheme,
            RelationshipClass.Scheme, LeadScore.Scheme, LifeCycleStage.Scheme, LifeCycleStage.Ladder, ReleaseScheme.Scheme, CostReturnScheme.Scheme);
}
