namespace Clientele.Templating;

/// <summary>Between the values of rules and those of templates.</summary>
internal static class RuleConversions
{
    public static Value ToValue(in RuleValue value)
    {
        switch (value.Kind)
        {
            case RuleValueKind.Number:
                var number = value.Number;
                return number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue ? Value.Of((int)number) : Value.Of(number);
            case RuleValueKind.Text: return Value.Of(value.Text);
            case RuleValueKind.Flag: return Value.Of(value.Flag);
            case RuleValueKind.Date: return Value.Of(value.Date.ToDateTime(TimeOnly.MinValue));
            case RuleValueKind.List:
                var list = new TemplateArray(value.List.Count);
                foreach (var item in value.List)
                {
                    list.Add(Value.Of(item));
                }

                return Value.Of(list);
            default: return Value.Null;
        }
    }

    public static RuleValue FromValue(RenderState state, in Value value, TextSpan span)
    {
        switch (value.Kind)
        {
            case ValueKind.Null or ValueKind.Empty: return RuleValue.Missing;
            case ValueKind.Bool: return RuleValue.Of(value.Bool);
            case ValueKind.Date: return RuleValue.Of(DateOnly.FromDateTime(value.Date));
            case ValueKind.TimeSpan: return RuleValue.Of((decimal)value.TimeSpan.Ticks / TimeSpan.TicksPerDay);
            case ValueKind.Array or ValueKind.Range:
                var texts = new List<string>();
                foreach (var item in state.Items(value.List, span))
                {
                    texts.Add(state.Text(item, span));
                }

                return RuleValue.Of(texts);
            default:
                return value.IsNumber
                    ? Conversions.TryToDecimal(value, out var number) ? RuleValue.Of(number) : RuleValue.Missing
                    : RuleValue.Of(state.Text(value, span));
        }
    }
}
