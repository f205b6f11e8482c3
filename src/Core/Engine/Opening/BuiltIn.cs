using Clientele.Care;
using Clientele.Plugins;
using Clientele.Practices;
using Clientele.Practices.ReturnVisits;
using Clientele.Templating;
using Microsoft.Extensions.Logging;

namespace Clientele;

/// <summary>Puts the core's practices, the application's own registrations and the plugins on disk together.</summary>
internal static class BuiltIn
{
    public static PluginSet Load(ClienteleOptions options, CareFile care, TemplateEngine rules, IPluginFacts? facts, CancellationToken cancellationToken) =>
        Load(options, Loading(options) with { Facts = facts }, care, rules, cancellationToken);

    /// <summary>How a workspace's plugins are looked for and loaded.</summary>
    public static PluginOptions Loading(ClienteleOptions options) => options.PluginLoading with
    {
        Directories = [.. options.PluginDirectories],
        RequireDirectories = options.RequirePluginDirectories,
        Disabled = [.. options.DisabledPlugins],
        Settings = options.PluginSettings.AsReadOnly(),
        Grants = options.PluginGrants?.AsReadOnly() ?? options.PluginLoading.Grants,
    };

    public static PluginSet Load(ClienteleOptions options, PluginOptions discovery, CareFile care, TemplateEngine rules, CancellationToken cancellationToken)
    {
        var builtIn = new List<Registration> { Core(options, discovery) };
        builtIn.AddRange(options.Own.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Own(pair.Value, new Origin($"application.{pair.Key}", pair.Key, options.TemplateOverrides), options)));
        if (care.Policies.Count > 0)
        {
            // What refers to a plugin that does not run at present is left out, and said, rather than closing the workspace.
            builtIn.Add(care.Registration(options.TemplateOverrides) with { Explain = problem => care.Problem(problem).ToString() });
        }

        return PluginLoader.Load(
            discovery,
            builtIn,
            rule => RuleProblem(rules, rule),
            cancellationToken);
    }

    // Where an industry runs, or the application registers policies, the general return visits would only double theirs.
    private static Registration Core(ClienteleOptions options, PluginOptions discovery)
    {
        var origin = new Origin("clientele.core", CorePractices.Prefix);
        var builder = new RegistrationBuilder(origin) { SettingValues = Settings(origin, options) };
        new CorePractices().Configure(builder);
        if (options.Own.Count == 0 && PluginLoader.Inspect(discovery).Plugins.All(plugin => plugin.State != PluginState.Running))
        {
            new GeneralCare().Configure(builder);
        }

        return Checked(builder);
    }

    private static Registration Own(IPlugin plugin, Origin origin, ClienteleOptions options)
    {
        var builder = new RegistrationBuilder(origin)
        {
            Logger = options.PluginLoading.Logging.CreateLogger(origin.Id),
            SettingValues = Settings(origin, options),
        };
        plugin.Configure(builder);
        return Checked(builder);
    }

    private static IReadOnlyDictionary<string, string?> Settings(Origin origin, ClienteleOptions options) =>
        options.PluginSettings.TryGetValue(origin.Id, out var values) ? values : new Dictionary<string, string?>(StringComparer.Ordinal);

    private static Registration Checked(RegistrationBuilder builder) =>
        builder.Settings.Wrong is [var first, ..] ? throw new ClienteleException(PluginCodes.SettingInvalid, first) : builder.Build();

    private static string? RuleProblem(TemplateEngine rules, RuleText rule)
    {
        try
        {
            var problems = rules.CompileRule(rule.Text, "rule").Check(rule.Known, rule.Kind == RuleKind.Number ? RuleValueKind.Number : RuleValueKind.Flag);
            return problems.Count == 0 ? null : string.Join('\n', problems);
        }
        catch (TemplateException error)
        {
            return error.Message;
        }
    }
}
