using System.Text;

namespace Clientele.Templating;

/// <summary><c>include</c> and <c>include_join</c>: other templates, run in place.</summary>
internal static class IncludeFunctions
{
    /// <summary>What turns a separator, prefix or suffix of <c>include_join</c> into the name of a template.</summary>
    public const string TemplateMark = "tpl:";

    public static Function Include() => new IncludeFunction();

    public static Function IncludeJoin() => new BuiltinFunction("include_join", "template_names:l separator:s prefix:s? suffix:s? args:o*", Join, isPure: false);

    public static string Run(in Call call, string path, ReadOnlySpan<Value> arguments, List<NamedArgument>? named, out Escaping format)
    {
        var state = call.State;
        var unit = Load(call, path);
        format = unit.Escaping;
        var capture = state.BeginCapture();
        try
        {
            state.RunIncluded(unit, call.Site, arguments, named);
        }
        catch
        {
            state.AbandonCapture(capture);
            throw;
        }

        return state.EndCapture(capture, call.Span);
    }

    private static CompiledUnit Load(in Call call, string path)
    {
        try
        {
            return call.State.Engine.Include(path, call.State.Escaping).Unit;
        }
        catch (TemplateException exception) when (exception.Diagnostics[0].File.Length == 0)
        {
            throw call.State.Fail(call.Site.Callee, exception.Diagnostics[0].Message, exception.Code, exception.InnerException);
        }
    }

    private static Value Join(in Call call, ReadOnlySpan<Value> a)
    {
        var rest = a.Length > 4 ? a[4..] : [];
        var text = new StringBuilder();
        var isFirst = true;
        text.Append(Affix(call, a.Length > 2 ? a[2].Or() : ""));
        if (!a[0].IsNull)
        {
            foreach (var name in call.Items(a[0]))
            {
                text.Append(isFirst ? "" : Affix(call, a[1].Or()));
                isFirst = false;
                text.Append(Run(call, call.State.Text(name, call.Span), rest, null, out _));
            }
        }

        text.Append(Affix(call, a.Length > 3 ? a[3].Or() : ""));
        call.State.ChargeString(call.Span, text.Length);
        return CapturedText.Of(text.ToString(), call.State.Escaping);
    }

    // `tpl:name` stands for a template, anything else for itself.
    private static string Affix(in Call call, string text) =>
        text.StartsWith(TemplateMark, StringComparison.Ordinal) ? Run(call, text[TemplateMark.Length..], [], null, out _) : text;

    private sealed class IncludeFunction() : Function("include")
    {
        public override (int Required, int Most) Arity => (1, int.MaxValue);

        public override Value Invoke(
            RenderState state, CallSite site, ReadOnlySpan<Value> arguments, List<NamedArgument>? named, WrappedBlock? wrapped)
        {
            var call = new Call(state, site);
            if (arguments.Length == 0)
            {
                throw state.Fail(site.After, "`include` needs the name of a template.", TemplateErrorCode.Arguments);
            }

            var path = state.Text(arguments[0], site.Argument(0));
            if (path.Length == 0)
            {
                throw call.Fail("`include` needs the name of a template.", TemplateErrorCode.Arguments);
            }

            var text = Run(call, path, arguments, named, out var format);
            return CapturedText.Of(text, format);
        }
    }
}
