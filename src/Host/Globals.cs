using System.CommandLine;

namespace Clientele.Host;

/// <summary>The options that every command takes.</summary>
internal sealed class Globals
{
    private readonly Language _language;

    public Globals(Language language)
    {
        _language = language;
        Workspace = new Option<string>("--workspace", "-w") { Description = Say("The folder to work in (settings, database, templates, output).", "工作区文件夹（设置、数据库、模板、输出）。"), DefaultValueFactory = _ => ".", HelpName = "DIR", Recursive = true };
        Plugins = new Option<string[]>("--plugins") { Description = Say("Load plugins from this folder only; may be given more than once.", "只从该文件夹加载插件，可重复给出。"), HelpName = "DIR", Recursive = true };
        AsOf = DayOption.Named("--as-of", Say, "The day to look from, as 2026-03-31; today by default.", "基准日，如 2026-03-31，默认今天。", recursive: true);
        Json = new Option<bool>("--json") { Description = Say("Print JSON.", "输出 JSON。"), Recursive = true };
        LanguageName = new Option<string>("--language", "-l") { Description = Say("The language of the output: en or zh-CN.", "输出语言：en 或 zh-CN。"), HelpName = "LANG", Recursive = true };
    }

    public Option<string> Workspace { get; }

    public Option<string[]> Plugins { get; }

    public Option<DateOnly?> AsOf { get; }

    public Option<bool> Json { get; }

    public Option<string> LanguageName { get; }

    public IReadOnlyList<Option> All => [Workspace, Plugins, AsOf, Json, LanguageName];

    public Language Language => _language;

    public string Say(string en, string zh) => _language.Say(en, zh);
}
