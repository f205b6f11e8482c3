namespace Clientele.DesignInstitute;

/// <summary>The end of a phase is the start of the next: it is asked for once the visits are done, and what became of it is counted (row S0-10).</summary>
internal static class PhaseFollowOn
{
    public const string NextPhase = "design_institute.next_phase_due";

    public static IPluginBuilder AddPhaseFollowOn(this IPluginBuilder builder) => builder
        .Insights(Continuation.Insight)
        .Policies(new StagePolicy
        {
            Name = NextPhase,
            Title = new("Ask about the next phase", "期次衔接"),
            MatterType = DesignProjects.MatterType,
            Stage = "return_visits",
            AfterDays = 14,
            OwnerRole = "marketer",
            FulfilledBy = [ProjectNeeds.Named, ProjectNeeds.Presented],
        });
}
