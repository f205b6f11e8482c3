using System.CommandLine;
using Clientele.Documents;

namespace Clientele.Host.Commands;

/// <summary>The options by which somebody takes the responsibility where guards refuse.</summary>
internal sealed class OverrideOptions(CommandRunner runner)
{
    public Option<string[]> Guards { get; } = new("--override") { Description = runner.Say("A guard to override; may be repeated. It is archived with who, in which role and why.", "例外批准的规则，可重复给出；连同批准人、角色、理由一并存档。"), HelpName = "GUARD" };

    public Option<string> By { get; } = new("--approved-by") { Description = runner.Say("Who takes the responsibility.", "批准人。"), HelpName = "NAME" };

    public Option<string> Role { get; } = new("--approved-as") { Description = runner.Say("The role in which.", "批准人角色。"), HelpName = "ROLE" };

    public Option<string> Because { get; } = new("--because") { Description = runner.Say("Why.", "理由。"), HelpName = "TEXT" };

    public IReadOnlyList<GuardOverride> Of(Run run)
    {
        var guards = run.Value(Guards) ?? [];
        return guards.Length == 0 ? []
            : run.Value(By) is { Length: > 0 } person && run.Value(Role) is { Length: > 0 } role && run.Value(Because) is { Length: > 0 } because
            ? [.. guards.Select(guard => new GuardOverride(guard, person, role, because))]
            : throw new UsageException(run.Say("Say who overrides (--approved-by), in which role (--approved-as) and why (--because).", "请用 --approved-by、--approved-as、--because 说明批准人、角色与理由。"));
    }
}
