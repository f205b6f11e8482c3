namespace Clientele.Templating;

/// <content>Conversions that can fail, with the position of what cannot be converted.</content>
internal sealed partial class RenderState
{
    public int ToInt(in Value value, TextSpan span) =>
        Conversions.TryToInt(value, out var result) ? result : throw CannotConvert(value, "a whole number", span);

    public double ToDouble(in Value value, TextSpan span) => value.IsNull ? 0
        : value.Kind is >= ValueKind.Bool and <= ValueKind.Decimal ? Conversions.ToDouble(value)
        : throw CannotConvert(value, "a number", span);

    public DateTime ToDate(in Value value, TextSpan span)
    {
        if (value.Kind == ValueKind.Date)
        {
            return value.Date;
        }

        if (value.IsText && DateParsing.TryParse(this, Text(value, span), out var date))
        {
            return date;
        }

        throw CannotConvert(value, "a date", span);
    }

    public Value Convert(in Value value, Parameter parameter, TextSpan span)
    {
        switch (parameter.Kind)
        {
            case ParameterKind.Text:
                return value.Kind == ValueKind.String || value.IsNull ? value : Value.Of(Text(value, span));
            case ParameterKind.Int:
                return value.Kind == ValueKind.Int || (value.IsNull && parameter.IsNullable) ? value : Value.Of(ToInt(value, span));
            case ParameterKind.Double:
                return value.Kind == ValueKind.Double ? value : Value.Of(ToDouble(value, span));
            case ParameterKind.Bool:
                return Value.Of(value.IsTrue);
            case ParameterKind.Items or ParameterKind.List:
                return value.IsNull || value.IsList ? value : Value.Of(Listed(value, span));
            case ParameterKind.Date:
                return value.Kind == ValueKind.Date || (value.IsNull && parameter.IsNullable) ? value
                    : value.IsNull ? Value.Of(default(DateTime)) : Value.Of(ToDate(value, span));
            case ParameterKind.Duration:
                return value.Kind == ValueKind.TimeSpan ? value : throw CannotConvert(value, "a time span", span);
            case ParameterKind.Members:
                return value.IsNull || value.Kind == ValueKind.Object ? value : throw CannotConvert(value, "an object", span);
            default:
                return value;
        }
    }

    /// <summary>The value as what <c>for</c> goes over.</summary>
    public ListView Iterable(in Value value, TextSpan span)
    {
        if (value.IsList)
        {
            return value.List;
        }

        return value.Kind is ValueKind.Object or ValueKind.String or ValueKind.Safe or ValueKind.Empty
            ? Listed(value, span)
            : throw CannotConvert(value, "a list", span);
    }

    public TemplateArray ToArray(ListView list, TextSpan span, int room = 0)
    {
        var result = new TemplateArray(Math.Max(0, Math.Min(Limits.CollectionItems, list.Count)) + Math.Max(0, Math.Min(Limits.CollectionItems, room)));
        AddAll(result, list, span);
        return result;
    }

    /// <summary>The list, or its items where only an enumeration could tell how many there are.</summary>
    public ListView Counted(ListView list, TextSpan span) => list.Count >= 0 ? list : ToArray(list, span);

    public void AddAll(TemplateArray array, ListView list, TextSpan span)
    {
        foreach (var item in Items(list, span))
        {
            ChargeItems(span, array.Count + 1L);
            array.Add(item);
        }
    }

    public Value Materialize(in Value value, TextSpan span) => Value.Of(ToArray(value.List, span));

    public TemplateException CannotConvert(in Value value, string to, TextSpan span) =>
        Fail(span, $"Expected {to}, not {KindName.Of(value)}.", TemplateErrorCode.Conversion);

    private ListView Listed(in Value value, TextSpan span)
    {
        if (value.Kind is ValueKind.String or ValueKind.Safe)
        {
            return new CharList(value.Text);
        }

        if (value.Kind == ValueKind.Empty)
        {
            return new TemplateArray();
        }

        if (value.Kind != ValueKind.Object || value.Reference is LoopScope)
        {
            throw CannotConvert(value, "a list", span);
        }

        var pairs = new TemplateArray();
        foreach (var name in MemberNames(value, span))
        {
            var pair = new TemplateObject();
            pair.Set("key", Value.Of(name));
            pair.Set("value", Member(value, name, span));
            pairs.Add(Value.OfObject(pair));
        }

        return pairs;
    }
}
