using Clientele.RealEstate.Answers;
using Clientele.RealEstate.Priority;
using Clientele.RealEstate.Probation;
using Clientele.RealEstate.ServiceQuality;

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
        .AddServiceQuality()
        .AddAnswers()
        .AddUnitPriority()
        .AddAttention()
        .AddOwnerCare()
        .AddOwnerFees()
        .AddProbation()
        .AddDocuments();
}
