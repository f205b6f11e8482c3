namespace Clientele.Practices.ReturnVisits;

/// <summary>Return visits for a firm that runs no industry plugin: A clients every 30 days, B every 60, C every 90, the letter that announces one, and the tasks of the life-cycle playbooks. An industry brings policies of its own instead.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
public sealed class GeneralCare : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder
            .Policies(new CadencePolicy
            {
                Name = "core.return_visit",
                Title = new("Return visit", "定期回访"),
                Scheme = "core.abc",
                EveryDays = new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 30, ["b"] = 60, ["c"] = 90 },
            })
            .Policies(LifeCycle.Playbook.Policies)
            .Letters(new LetterDefinition
            {
                Name = "core.return_visit_letter",
                Title = new("Return-visit letter", "回访函"),
                Template = "return-visit",
                Purpose = "service",
                Policy = "core.return_visit",
            });
    }
}
