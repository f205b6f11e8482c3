using System.Globalization;

namespace Clientele.Templating;

/// <summary>One call of a host function: its arguments, and how this render writes things. Valid only during the call.</summary>
public sealed class RenderCall
{
    private readonly RenderState _state;
    private readonly CallSite _site;
    private readonly Value[] _arguments;
    private readonly List<NamedArgument>? _named;

    internal RenderCall(RenderState state, CallSite site, Value[] arguments, List<NamedArgument>? named)
    {
        _state = state;
        _site = site;
        _arguments = arguments;
        _named = named;
    }

    /// <summary>How many positional arguments there are; a piped value is the first.</summary>
    public int Count => _arguments.Length;

    /// <summary>The culture of the render.</summary>
    public CultureInfo Culture => _state.Culture;

    /// <summary>The zone in which the render shows instants.</summary>
    public TimeZoneInfo TimeZone => _state.Options.TimeZone;

    /// <summary>The format of the template that calls.</summary>
    public Escaping Escaping => _state.Escaping;

    /// <summary>A positional argument as an ordinary .NET value; null where there is none.</summary>
    /// <param name="index">From 0.</param>
    public object? this[int index] => index < _arguments.Length ? Conversions.ToObject(_arguments[index]) : null;

    /// <summary>An argument given by name, as an ordinary .NET value; null where there is none.</summary>
    /// <param name="name">The name as written in the template.</param>
    /// <returns>The value or null.</returns>
    public object? Named(string name)
    {
        foreach (var argument in _named ?? [])
        {
            if (argument.Name == name)
            {
                return Conversions.ToObject(argument.Value);
            }
        }

        return null;
    }

    /// <summary>An argument as text, printed as the template would print it, unescaped; empty for null.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The text.</returns>
    public string Text(int index) => index < _arguments.Length ? _state.Text(_arguments[index], _site.Argument(index)) : "";

    /// <summary>An argument as an exact number; 0 for null.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The number.</returns>
    /// <exception cref="TemplateException">The argument is not a number.</exception>
    public decimal Number(int index)
    {
        var value = index < _arguments.Length ? _arguments[index] : Value.Null;
        if (value.IsNull)
        {
            return 0;
        }

        return Conversions.TryToDecimal(value, out var number)
            ? number
            : throw _state.Fail(_site.Argument(index), $"Expected a number, not {KindName.Of(value)}.", TemplateErrorCode.Conversion);
    }

    /// <summary>An argument as a day; null for null.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The day or null.</returns>
    /// <exception cref="TemplateException">The argument is not a date.</exception>
    public DateOnly? Date(int index)
    {
        var value = index < _arguments.Length ? _arguments[index] : Value.Null;
        return value.IsNull ? null : DateOnly.FromDateTime(_state.ToDate(value, _site.Argument(index)));
    }

    /// <summary>Whether an argument is true as a condition would see it; false where there is none.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The truth.</returns>
    public bool Flag(int index) => index < _arguments.Length && _arguments[index].IsTrue;

    /// <summary>The error to throw when the arguments make no sense: it carries the position of the call.</summary>
    /// <param name="message">What is wrong, as one sentence.</param>
    /// <returns>The exception to throw.</returns>
    public TemplateException Error(string message) => _state.Fail(_site.Span, message, TemplateErrorCode.Arguments);
}
