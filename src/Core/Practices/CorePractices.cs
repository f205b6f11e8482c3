using Clientele.Practices.ClientPortfolio;
using Clientele.Practices.Complaints;
using Clientele.Practices.CostReturn;
using Clientele.Practices.Costs;
using Clientele.Practices.Credit;
using Clientele.Practices.Handovers;
using Clientele.Practices.KeyAccounts;
using Clientele.Practices.LeadScoring;
using Clientele.Practices.LifeCycle;
using Clientele.Practices.Lifetimes;
using Clientele.Practices.Loyalty;
using Clientele.Practices.Opportunities;
using Clientele.Practices.Perception;
using Clientele.Practices.PromiseKeeping;
using Clientele.Practices.RelationshipClasses;
using Clientele.Practices.Relationships;
using Clientele.Practices.Release;
using Clientele.Practices.Remedies;
using Clientele.Practices.ValueClasses;
using Clientele.Practices.ValueIndex;

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
            .Attributes([
                new AttributeDefinition { Name = "core.region", Title = new("Region", "地区") },
                new AttributeDefinition { Name = "core.lead_source", Title = new("Through what the client came", "客户来源") },
                .. Forecasting.ForecastAttributes.All,
                .. People.PersonAttributes.All, People.DecisionUnit.TalkDaysAttribute, .. References.ReferenceLibrary.Attributes])
            .TouchpointKinds([.. Touchpoints.CoreKinds.All, People.DecisionUnit.TalkKind, .. Proposals.ProposalKinds.All, .. Roadmaps.Roadmap.Kinds])
            .Registers([.. References.ReferenceLibrary.Registers])
            .Measures([.. Value.CoreMeasures.All, .. People.DecisionMeasures.All, Roadmaps.RoadmapMeasure.Measure])
            .Schemes(Concentration.Abc.Scheme);
        Loops(builder);
        Worth(builder);
        Segmentation(builder);
        Guarding(builder);
        builder
            .Insights(
                Coverage.DataCoverage.Insight,
                Concentration.ParetoInsight.Insight, Concentration.ClassShares.Insight, Concentration.ClassShares.ThreeClasses, PortfolioInsight.Insight, PortfolioInsight.Growth, Movement.MovementInsight.Insight, Forecasting.ForecastInsight.Insight,
                Development.GrowthInsight.Insight, Development.DevelopmentInsight.Insight, Development.DynamicsInsight.Insight, Development.AdoptionInsight.Insight,
                Composition.CompositionInsight.Insight, Composition.PurchaseTrend.Insight, LifeCycleInsight.Insight, Cohorts.CohortInsight.Insight, Cohorts.RfmInsight.Insight,
                Indicators.RankingInsight.Insight, Indicators.KeyAccountInsight.Insight, Indicators.GoalsInsight.Insight, Indicators.EffectInsight.Insight, Indicators.ReviewInsight.Insight,
                Indicators.ValueChainInsight.Insight, Indicators.CrmCoverageInsight.Insight, People.DecisionUnitInsight.Insight, Proposals.ProposalInsight.Insight, References.SimilarReferences.Insight, Roadmaps.RoadmapInsight.Insight, Learning.ClusterInsight.Insight, Learning.TreeInsight.Insight, Learning.LeadModelInsight.Insight, Allocation.CapacityInsight.Insight)
            .Policies(Movement.MovementAlerts.Policy, Roadmaps.RoadmapInsight.Gaps, Roadmaps.RoadmapInsight.Review)
            .Guards(Consent.ConsentGuard.Guard, Bounces.BouncedAddressGuard.Guard)
            .Reports(Concentration.Abc.Report, Concentration.InsightReport.Definition);
    }

    // What the firm owes its clients by principle: one price, the right moment, no blame, gifts and credit within limits.
    private static void Guarding(IPluginBuilder builder)
    {
        builder
            .Registers(Quotations.QuotationRegister.Register)
            .Attributes(Quotations.QuotationRegister.Group, CreditRecord.Limit)
            .TouchpointKinds([.. Quotations.QuotationRegister.Kinds, .. CreditRecord.Kinds])
            .Measures(CreditRecord.Measures)
            .Schemes(CreditRecord.Rating)
            .Guards(CreditRecord.Guards)
            .Policies(Quotations.QuotationRegister.Tell);
        Timing.CoreWindows.Add(builder);
        Wording.BlameWords.Add(builder);
        Integrity.GiftRules.Add(builder);
    }

    // What is begun and must be brought to an end: complaints, issues, promises, handovers, further work.
    private static void Loops(IPluginBuilder builder) => builder
        .TouchpointKinds([.. ComplaintCase.Kinds, .. Issue.Kinds, .. ClientIncident.Kinds, .. PromiseMatter.Kinds, .. HandoverMatter.Kinds, .. Opportunity.Kinds])
        .MatterTypes(ComplaintCase.Type, Issue.Type, ClientIncident.Type, PromiseMatter.Type, HandoverMatter.Type, Opportunity.Type)
        .Insights(FollowOnInsight.Insight)
        .Guards(PromiseGate.Guard)
        .Letters(PromiseGate.Letters);

    // What a client is worth to the firm, and the firm to the client: what it costs, brings, perceives and promises.
    private static void Worth(IPluginBuilder builder) => builder
        .Attributes([.. Terms.Attributes, CostKinds.Rate, Barriers.AdvantageAttribute, ResponsivenessMeasure.UsualAttribute])
        .TouchpointKinds([LoyaltyProfits.ReferralKind, WalletShare.EstimateKind, Barriers.BarrierKindOf, OfferAssessment.AssessmentKind, ValueVectors.ScoresKind, DeliveredAssessment.AssessmentKind, DeliveredAssessment.LeverKind, .. SurveyKinds.All])
        .Measures([.. RelationshipValueMeasure.Measures, CostToServe.Measure, .. WalletShare.Measures, .. Barriers.Measures, OfferAssessment.Measure, .. DeliveredAssessment.Measures, ResponsivenessMeasure.Measure, .. LoyaltyMeasures.All, Promises.Measure])
        .Insights(
            LifetimeInsight.Insight, RelationshipValues.Insight, RetentionLeverage.Insight, ProjectReturn.Insight, LoyaltyProfits.Insight, Wallets.Insight, MutualBalance.Insight, ReasonsToStay.Insight, KeyAccountReturns.Insight,
            AcquisitionCost.Insight, MarketingBalance.Insight, Budgets.Insight, PerceivedValues.Insight, ValueVectors.Insight, DeliveredValues.Insight, RepurchaseInsight.Insight, ValueIndexInsight.Insight, BaselineInsight.Insight,
            ResponsivenessInsight.Insight, SatisfactionInsight.Insight, LoyaltyInsight.Insight, PromiseInsight.Insight, CadenceInsight.Insight, ReturnVisits.PunctualityInsight.Insight, ChurnInsight.Insight);

    // In the order in which operators read them: worth, portfolio, relationship, life cycle, exceptions.
    private static void Segmentation(IPluginBuilder builder) => builder
        .Attributes([.. Growth.Attributes, .. KeyClients.Attributes, .. LeadScore.Attributes, ReleaseScheme.ReferralValue])
        .TouchpointKinds(Playbook.Kind)
        .Measures([Growth.Potential, KeyClients.SalesIndex, LeadScore.Measure, SaleInterval.Measure, RelationshipClass.Satisfaction, LifeCycleStage.Measure, .. NetValue.Measures, CostReturnScheme.Measure])
        .Schemes(
            ValueClass.Scheme, Portfolio.Scheme, Growth.Scheme, KeyClients.Scheme, KeyAccount.Scheme,
            RelationshipClass.Scheme, LeadScore.Scheme, LifeCycleStage.Scheme, LifeCycleStage.Ladder, ReleaseScheme.Scheme, CostReturnScheme.Scheme);
}
