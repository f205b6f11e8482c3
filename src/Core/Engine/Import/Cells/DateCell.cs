using System.Globalization;

namespace Clientele.Import;

/// <summary>Reads days. ISO first, then the formats the mapping states, then forms that can mean only one day; 03/04/2025 is never guessed.</summary>
internal sealed class DateCell(IReadOnlyList<string> formats)
{
    private static readonly string[] Iso = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:sszzz"];

    private static readonly string[] Unambiguous =
    [
        "yyyy/M/d", "yyyy.M.d", "yyyy-M-d", "yyyyMMdd", "yyyy'年'M'月'd'日'", "yyyy'年'M'月'd'号'",
        "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy",
        "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy-M-d H:mm", "yyyy-M-d H:mm:ss", "yyyy'年'M'月'd'日' H:mm", "yyyy'年'M'月'd'日' H:mm:ss",
    ];

    /// <summary>Reads the day of a cell; of a moment, the day as it is written, whatever its offset.</summary>
    public bool TryRead(string cell, out DateOnly day)
    {
        var text = CellText.Plain(cell);
        if (TryExact(text, Iso, out day) || TryExact(text, formats, out day) || TryExact(text, Unambiguous, out day))
        {
            // A year far from any business is a typing error, and 0001-01-01 is how some programs write "none".
            return day.Year is >= 1800 and < 2200;
        }

        return false;
    }

    private static bool TryExact(string text, IReadOnlyList<string> formats, out DateOnly day)
    {
        foreach (var format in formats)
        {
            if (DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
            {
                day = DateOnly.FromDateTime(moment.DateTime);
                return true;
            }
        }

        day = default;
        return false;
    }
}
