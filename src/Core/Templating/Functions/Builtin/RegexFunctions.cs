using System.Text.RegularExpressions;

namespace Clientele.Templating;

/// <summary>The module <c>regex</c>. Patterns run in linear time where they can; the others stop at a bound and at the deadline.</summary>
internal static class RegexFunctions
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    public static BuiltinModule Module() => new ModuleBuilder("regex")
        .Add("escape", "pattern:s", static (in Call call, ReadOnlySpan<Value> a) => call.Text(Regex.Escape(a[0].Or())))
        .Add("unescape", "pattern:s", Unescape)
        .Add("match", "text:s pattern:s options:s?", static (in Call call, ReadOnlySpan<Value> a) => Run(call, a, 2, First))
        .Add("matches", "text:s pattern:s options:s?", static (in Call call, ReadOnlySpan<Value> a) => Run(call, a, 2, Matches))
        .Add("replace", "text:s pattern:s replace:s options:s?", static (in Call call, ReadOnlySpan<Value> a) => Run(call, a, 3, Replace))
        .Add("split", "text:s pattern:s options:s?", static (in Call call, ReadOnlySpan<Value> a) => Run(call, a, 2, Split))
        .Build();

    private delegate Value Use(in Call call, Regex regex, ReadOnlySpan<Value> arguments);

    private static Value Run(in Call call, ReadOnlySpan<Value> a, int options, Use use)
    {
        call.State.CheckTime(call.Span);
        try
        {
            return use(call, Create(call, a[1].Or(), Options(call, a[options].Or())), a);
        }
        catch (RegexMatchTimeoutException)
        {
            call.State.CheckTime(call.Span);
            throw call.Fail("The regular expression takes too long on this text.", TemplateErrorCode.Deadline);
        }
        catch (RegexParseException exception)
        {
            throw call.Fail($"The regular expression is wrong: {exception.Message}", TemplateErrorCode.Arguments);
        }
    }

    private static Regex Create(in Call call, string pattern, RegexOptions options)
    {
        var left = call.State.TimeLeft;
        var bound = left == Timeout.InfiniteTimeSpan || left > LongestMatch ? LongestMatch : left;
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, bound);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, bound);
        }
    }

    private static RegexOptions Options(in Call call, string letters)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var letter in letters)
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ when call.State.IsCompatible => RegexOptions.None,
                _ => throw call.Fail($"There is no regular expression option `{letter}`.", TemplateErrorCode.Arguments),
            };
        }

        return options;
    }

    private static Value Groups(in Call call, Match match)
    {
        var groups = new TemplateArray();
        if (match.Success)
        {
            foreach (Group group in match.Groups)
            {
                call.State.ChargeString(call.Span, group.Length);
                groups.Add(Value.Of(group.Value));
            }
        }

        return Value.Of(groups);
    }

    private static Value First(in Call call, Regex regex, ReadOnlySpan<Value> a) => Groups(call, regex.Match(a[0].Or()));

    private static Value Split(in Call call, Regex regex, ReadOnlySpan<Value> a) =>
        Texts(call, regex.Split(a[0].Or(), Math.Max(0, call.State.Limits.CollectionItems)));

    private static Value Matches(in Call call, Regex regex, ReadOnlySpan<Value> a)
    {
        var result = new TemplateArray();
        for (var match = regex.Match(a[0].Or()); match.Success; match = match.NextMatch())
        {
            call.State.Step(call.Span);
            result.Add(Groups(call, match));
        }

        return Value.Of(result);
    }

    private static Value Replace(in Call call, Regex regex, ReadOnlySpan<Value> a)
    {
        var state = call.State;
        var span = call.Span;
        var replacement = a[2].Or();
        return call.Grown(regex.Replace(a[0].Or(), match =>
        {
            state.Step(span);
            state.ChargeString(span, replacement.Length);
            return match.Result(replacement);
        }));
    }

    private static Value Texts(in Call call, string[] texts)
    {
        var result = new TemplateArray(texts.Length);
        foreach (var text in texts)
        {
            call.State.Step(call.Span);
            result.Add(Value.Of(text));
        }

        return Value.Of(result);
    }

    private static Value Unescape(in Call call, ReadOnlySpan<Value> a)
    {
        try
        {
            return call.Text(Regex.Unescape(a[0].Or()));
        }
        catch (ArgumentException)
        {
            throw call.Fail("The text is not an escaped pattern.");
        }
    }
}
