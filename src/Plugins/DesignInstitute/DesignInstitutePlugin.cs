namespace Clientele.DesignInstitute;

/// <summary>Design institute 设计院: clients told apart by the work they bring, designs followed from the commission to the return visits after acceptance.</summary>
public sealed class DesignInstitutePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder) => builder
        .AddClientLevels()
        .AddDesignProjects()
        .AddDesignChanges()
        .AddEarnedValue()
        .AddReturnVisits()
        .AddKeyClientCare()
        .AddProjectNeeds()
        .AddPhaseFollowOn()
        .AddDecisionLayer()
        .AddDocuments();
}
