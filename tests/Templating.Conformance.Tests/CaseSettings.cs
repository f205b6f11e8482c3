using System.Text.Json;

namespace Clientele.Templating.Conformance.Tests;

/// <summary>The engine a case asks for.</summary>
internal static class CaseSettings
{
    public static TemplateEngine Engine(ConformanceCase test, Escaping escaping)
    {
        var settings = ScribanSettings.Default;
        var strict = false;
        foreach (var option in Options(test))
        {
            settings = Apply(settings, option, ref strict);
        }

        if (ConformanceCase.Get(test.Setup, "expressionDepthLimit") is { } depth)
        {
            settings = settings with { ExpressionDepthLimit = depth.GetInt32() };
        }

        return new TemplateEngine(new TemplateOptions
        {
            Escaping = escaping,
            ScribanCompatible = true,
            StrictVariables = strict,
            Scriban = settings with { ScriptOnly = Text(test, "mode") == "scriptonly" },
            Loader = ConformanceCase.Get(test.Setup, "loader") is { } loader ? new CaseLoader(loader) : null,
        });
    }

    public static string? Text(ConformanceCase test, string name) =>
        ConformanceCase.Get(test.Setup, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement.ObjectEnumerator Options(ConformanceCase test) =>
        ConformanceCase.Get(test.Setup, "options") is { } options ? options.EnumerateObject() : default;

    private static ScribanSettings Apply(ScribanSettings settings, JsonProperty option, ref bool strict)
    {
        switch (option.Name)
        {
            case "StrictVariables":
                strict = option.Value.GetBoolean();
                return settings;
            case "LoopLimit": return settings with { LoopLimit = option.Value.GetInt32() };
            case "RecursiveLimit": return settings with { RecursiveLimit = option.Value.GetInt32() };
            case "LimitToString": return settings with { LimitToString = option.Value.GetInt32() };
            case "EnableRelaxedTargetAccess": return settings with { EnableRelaxedTargetAccess = option.Value.GetBoolean() };
            case "EnableRelaxedMemberAccess": return settings with { EnableRelaxedMemberAccess = option.Value.GetBoolean() };
            case "EnableRelaxedFunctionAccess": return settings with { EnableRelaxedFunctionAccess = option.Value.GetBoolean() };
            case "EnableRelaxedIndexerAccess": return settings with { EnableRelaxedIndexerAccess = option.Value.GetBoolean() };
            case "EnableNullIndexer": return settings with { EnableNullIndexer = option.Value.GetBoolean() };
            case "AutoIndent": return settings with { AutoIndent = option.Value.GetBoolean() };
            case "IndentOnEmptyLines": return settings with { IndentOnEmptyLines = option.Value.GetBoolean() };
            case "ErrorForStatementFunctionAsExpression": return settings with { ErrorForStatementFunctionAsExpression = option.Value.GetBoolean() };
            case "RenderRuntimeException": return settings with { RenderRuntimeErrors = true };
            default: throw new NotSupportedException($"option {option.Name}");
        }
    }

    private sealed class CaseLoader(JsonElement loader) : ITemplateLoader
    {
        public string? Load(string path)
        {
            var isNull = ConformanceCase.Get(loader, "nullPaths") is { } none && none.EnumerateArray().Any(p => p.GetString() == path);
            return !isNull && ConformanceCase.Get(loader, "files") is { } files && ConformanceCase.Get(files, path) is { } text ? text.GetString() : null;
        }
    }
}
