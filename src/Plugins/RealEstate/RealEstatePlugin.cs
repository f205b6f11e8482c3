namespace Clientele.RealEstate;

/// <summary>Real estate 地产: buildings and their owners, a service desk whose cases end with a return visit, and care through the year.</summary>
public sealed class RealEstatePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder) => builder
        .AddProperties()
        .AddPurchasePlan()
        .AddBuyerJourney()
        .AddServiceDesk()
        .AddEnquiries()
        .AddAttention()
        .AddOwnerCare()
        .AddOwnerFees()
        .AddDocuments();
}
