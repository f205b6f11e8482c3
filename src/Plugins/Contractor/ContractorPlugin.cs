using Clientele.Contractor.Market;

namespace Clientele.Contractor;

/// <summary>Construction contractor 建筑施工企业: owners told apart by class, projects followed from the first lead to the end of the warranty.</summary>
public sealed class ContractorPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder) => builder
        .AddDealings()
        .AddOwnerClasses()
        .AddDecisionLayer()
        .AddBids()
        .AddTenders()
        .AddMarket()
        .AddProjects()
        .AddVariations()
        .AddReturnVisits()
        .AddConstructionVisits()
        .AddWarrantyRepairs()
        .AddWarrantyParts()
        .AddReceivables()
        .AddCollection()
        .AddDocuments();
}
