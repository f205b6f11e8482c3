using System.Globalization;

namespace Clientele.Import;

/// <summary>Reads days, amounts and answers from rows as the mapping says they are written; rejects the row where that cannot be done.</summary>
internal sealed class TypedCells(ImportMapping mapping, string currency)
{
    private readonly DateCell _dates = new(mapping.Dates.Formats);
    private readonly AmountCell _amounts = new(currency, mapping.Amounts.Mark, mapping.Amounts.Factor);

    public string Currency => currency;

    /// <summary>The day of a value; the mapping's day for undated facts when it is blank or not mapped.</summary>
    public DateOnly? Day(ValueReader? value, SourceRow row)
    {
        if (value is null || value.Text(row) is not { Length: > 0 } text)
        {
            return mapping.Dates.Undated;
        }

        return _dates.TryRead(text, out var day) ? day : throw new RowRejectedException(Because.BadDate(text, value.Place));
    }

    public DateOnly RequiredDay(ValueReader? value, SourceRow row) =>
        Day(value, row) ?? throw new RowRejectedException(Because.NoDate(value?.Place ?? ""));

    public Money? Amount(ValueReader? value, SourceRow row)
    {
        if (value is null || value.Text(row) is not { Length: > 0 } text)
        {
            return null;
        }

        var fault = _amounts.Read(text, value.IsExact(row), out var amount);
        if (fault != AmountFault.None)
        {
            throw new RowRejectedException(Fault(fault, text, value.Place));
        }

        try
        {
            return new Money(row.SharesAmounts ? Share(amount, row) : amount, currency);
        }
        catch (ClienteleException)
        {
            throw new RowRejectedException(Because.AmountTooPrecise(text, value.Place));
        }
    }

    public static bool? YesNo(ValueReader? value, SourceRow row)
    {
        if (value is null || value.Text(row) is not { Length: > 0 } text)
        {
            return null;
        }

        return YesNoCell.TryRead(text, out var yes) ? yes : throw new RowRejectedException(Because.NotYesOrNo(text, value.Place));
    }

    /// <summary>A text as a number for rules; <see langword="null"/> when it is blank or none.</summary>
    public decimal? NumberOrNull(string text) => _amounts.ReadPlain(text, exact: false, out var number) == AmountFault.None && text.Length > 0 ? number : null;

    /// <summary>A text as a day for rules; <see langword="null"/> when it is blank or none.</summary>
    public DateOnly? DayOrNull(string text) => _dates.TryRead(text, out var day) ? day : null;

    /// <summary>A value in the invariant form that attributes and details of its kind are kept in; empty when it is blank.</summary>
    public string Invariant(ValueKind kind, ValueReader value, SourceRow row)
    {
        var text = value.Text(row);
        if (text.Length == 0)
        {
            return "";
        }

        return kind switch
        {
            ValueKind.Number => Number(text, value, row),
            ValueKind.Date => RequiredDay(value, row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ValueKind.Boolean => YesNo(value, row) == true ? "true" : "false",
            _ => text,
        };
    }

    private string Number(string text, ValueReader value, SourceRow row)
    {
        var fault = _amounts.ReadPlain(text, value.IsExact(row), out var number);
        return fault == AmountFault.None
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : throw new RowRejectedException(fault == AmountFault.Ambiguous ? Because.AmbiguousAmount(text, value.Place) : Because.NotANumber(text, value.Place));
    }

    // In whole hundredths, so that the parts add up to the whole; the first takes what is left over.
    private static decimal Share(decimal amount, SourceRow row)
    {
        var share = Math.Truncate(amount / row.Parts * 100m) / 100m;
        return row.Part == 1 ? amount - (share * (row.Parts - 1)) : share;
    }

    private RowReason Fault(AmountFault fault, string text, string place) => fault switch
    {
        AmountFault.Ambiguous => Because.AmbiguousAmount(text, place),
        AmountFault.OtherCurrency => Because.OtherCurrency(text, currency, place),
        AmountFault.TooPrecise => Because.AmountTooPrecise(text, place),
        _ => Because.BadAmount(text, place),
    };
}
