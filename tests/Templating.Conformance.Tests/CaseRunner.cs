using System.Text.Json;

namespace Clientele.Templating.Conformance.Tests;

/// <summary>Runs a case and says how the result differs from what Scriban printed.</summary>
internal static class CaseRunner
{
    private static readonly TemplateObject DefaultModel = CaseValues.Object(JsonDocument.Parse("""
        {"page": {"title": "This is a title"}, "user": {"name": "John"}, "product": {"title": "Orange", "type": "fruit"},
         "products": [
           {"title": "Orange", "type": "fruit"}, {"title": "Banana", "type": "fruit"}, {"title": "Apple", "type": "fruit"},
           {"title": "Computer", "type": "electronics"}, {"title": "Mobile Phone", "type": "electronics"},
           {"title": "Table", "type": "furniture"}, {"title": "Sofa", "type": "furniture"}]}
        """).RootElement);

    /// <summary>Null when the case passes, else how it differs.</summary>
    public static string? Check(ConformanceCase test)
    {
        try
        {
            var actual = Run(test, Escaping.None);
            if (test.Error is { } error)
            {
                return test.MayDiffer ? null : $"expected {Describe(error)}, got {Quote(actual)}";
            }

            return Matches(test, actual) ? null : $"expected {Quote(test.Expected)}, got {Quote(actual)}";
        }
        catch (TemplateException exception)
        {
            return CheckError(test, exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"threw {exception.GetType().Name}: {exception.Message} {exception.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Clientele", StringComparison.Ordinal))}";
        }
    }

    public static string Run(ConformanceCase test, Escaping escaping)
    {
        var engine = CaseSettings.Engine(test, escaping);
        var name = CaseSettings.Text(test, "sourceName") ?? "<input>";
        var unit = engine.CompileUnit(test.Template, name, escaping, engine.Options.Scriban.ScriptOnly);
        if (CaseSettings.Text(test, "op") == "parse")
        {
            return "";
        }

        using var output = new OutputBuffer();
        var options = new RenderOptions { Clock = new FixedClock(ConformanceCase.Observed) };
        var state = new RenderState(engine, options, output, CancellationToken.None);
        foreach (var globals in Globals(test))
        {
            state.PushGlobals(new GlobalScope(globals, null, state.Globals));
        }

        if (CaseSettings.Text(test, "op") == "evaluate")
        {
            return Evaluate(state, unit);
        }

        state.Run(unit, null);
        return output.ToString();
    }

    private static IEnumerable<TemplateObject> Globals(ConformanceCase test)
    {
        if (ConformanceCase.Get(test.Setup, "builtinExtra") is { } extra)
        {
            yield return CaseValues.Object(extra);
        }

        if (CaseSettings.Text(test, "functions") is not null)
        {
            yield return SpecialFunctions.Create();
        }

        yield return new TemplateObject();
        if (ConformanceCase.Get(test.Setup, "globals") is { } several)
        {
            foreach (var global in several.EnumerateArray())
            {
                yield return CaseValues.Object(global);
            }
        }

        if (ConformanceCase.Get(test.Setup, "model") is { } model)
        {
            yield return model.ValueKind == JsonValueKind.String ? DefaultModel : CaseValues.Object(model);
        }
    }

    // The value of the last statement, which is what Scriban's own Evaluate returns.
    private static string Evaluate(RenderState state, CompiledUnit unit)
    {
        state.Frame = new Frame(unit, null, default);
        var last = "";
        foreach (var statement in unit.Body)
        {
            switch (statement)
            {
                case ExpressionStatement expression: last = state.Text(expression.Expression.Evaluate(state), expression.Span); break;
                case RawStatement raw: last = unit.Source.Slice(raw.Span); break;
                default:
                    statement.Execute(state);
                    last = "";
                    break;
            }
        }

        return last;
    }

    private static bool Matches(ConformanceCase test, string actual)
    {
        if (actual == test.Expected)
        {
            return true;
        }

        // The message of an error that is printed into the page is free text.
        var (open, close) = (test.Expected.IndexOf('['), test.Expected.LastIndexOf(']'));
        return ConformanceCase.Get(test.Setup, "options") is { } options && ConformanceCase.Get(options, "RenderRuntimeException") is not null
            && open >= 0 && actual.StartsWith(test.Expected[..(open + 1)], StringComparison.Ordinal)
            && actual.EndsWith(test.Expected[close..], StringComparison.Ordinal);
    }

    private static string? CheckError(ConformanceCase test, TemplateException exception)
    {
        if (test.Error is not { } error)
        {
            return $"expected {Quote(test.Expected)}, failed with {exception.Diagnostics[0]}";
        }

        if (test.MayDiffer)
        {
            return null;
        }

        var phase = exception.Code.StartsWith("CLT1", StringComparison.Ordinal) ? "parse" : "runtime";
        var first = exception.Diagnostics[0];
        return phase == error.GetProperty("phase").GetString()
            && (Number(error, "line") ?? first.Line) == first.Line && (Number(error, "column") ?? first.Column) == first.Column
                ? null
                : $"expected {Describe(error)}, got {phase} {first.Line}:{first.Column} {first.Message}";
    }

    private static int? Number(JsonElement error, string name) => ConformanceCase.Get(error, name) is { ValueKind: JsonValueKind.Number } n ? n.GetInt32() : null;

    private static string Describe(JsonElement error) =>
        $"{error.GetProperty("phase")} {Number(error, "line")}:{Number(error, "column")} {error.GetProperty("message")}";

    private static string Quote(string text) => JsonSerializer.Serialize(text.Length > 2000 ? text[..2000] : text);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
