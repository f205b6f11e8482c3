using System.CommandLine;
using Clientele.Privacy;

namespace Clientele.Host.Commands;

/// <summary>The options that say who wants to see personal data, and what for.</summary>
internal sealed class ReaderOptions(CommandRunner runner)
{
    public Option<bool> Reveal { get; } = new("--reveal") { Description = runner.Say("Show confidential fields in full to who looks after the client; it is recorded.", "向客户负责人完整显示保密字段，并留下记录。") };

    public Option<string> By { get; } = new("--by") { Description = runner.Say("Who wants to see it.", "查看人。"), HelpName = "NAME" };

    public Option<string> Role { get; } = new("--role") { Description = runner.Say("The role in which.", "查看人角色。"), HelpName = "ROLE" };

    public Option<string> Because { get; } = new("--because") { Description = runner.Say("What for.", "用途。"), HelpName = "TEXT" };

    /// <summary>Who asks to see everything; <see langword="null"/> when nobody does.</summary>
    public DataReader? Of(Run run) => run.Value(Reveal) ? Required(run) : null;

    public DataReader Required(Run run) => run.Value(By) is { Length: > 0 } person && run.Value(Because) is { Length: > 0 } because
        ? new DataReader(person, run.Value(Role) ?? "", because)
        : throw new UsageException(run.Say("Say who wants it (--by) and what for (--because).", "请用 --by 说明由谁查看、用 --because 说明用途。"));
}
