using Clientele.Plugins;
using Clientele.Practices;
using Clientele.Templating;

namespace Clientele;

/// <summary>Puts the core's practices, the application's own registrations and the plugins on disk together.</summary>
internal static class BuiltIn
{
    public static PluginSet Load(ClienteleOptions options, TemplateEngine rules, CancellationToken cancellationToken)
    {
        var builtIn = new List<Registration> { Register(new CorePractices(), new Origin("clientele.core", CorePractices.Prefix)) };
        builtIn.AddRange(options.Own.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Register(pair.Value, new Origin($"application.{pair.Key}", pair.Key, options.TemplateOverrides))));
        return PluginLoader.Load(
            options.PluginLoading with { Directories = [.. options.PluginDirectories], RequireDirectories = options.RequirePluginDirectories, Disabled = [.. options.DisabledPlugins] },
            builtIn,
            rule => RuleProblem(rules, rule),
            cancellationToken);
    }

    private static Registration Register(IPlugin plugin, Origin origin)
    {
        var builder = new RegistrationBuilder(origin);
        plugin.Configure(builder);
        return builder.Build();
    }

    private static string? RuleProblem(TemplateEngine rules, RuleText rule)
    {
        try
        {
            var compiled = rules.CompileRule(rule.Text, "rule");
            return compiled.Names.FirstOrDefault(name => !rule.Known.Contains(name)) is { } unknown
                ? $"it reads '{unknown}', which is neither a measure nor an attribute it may read{Nearest(unknown, rule.Known)}"
                : null;
        }
        catch (TemplateException error)
        {
            return error.Message;
        }
    }

    private static string Nearest(string name, IReadOnlySet<string> known)
    {
        var last = name.Split('.')[^1];
        var near = known.Where(other => other.Contains(last, StringComparison.Ordinal) || last.Contains(other.Split('.')[^1], StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(3).ToList();
        return near.Count == 0 ? "" : $"; did you mean {string.Join(" or ", near)}?";
    }
}
