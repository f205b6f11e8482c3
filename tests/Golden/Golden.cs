using System.Runtime.CompilerServices;
using System.Text;

namespace Clientele.Tests;

/// <summary>
/// Compares text with a <c>.verified</c> file beside the test. On a difference it writes what it got to a
/// <c>.received</c> file and fails with the first lines that differ. Accept with <c>UPDATE_GOLDEN=1</c>, then review the diff.
/// </summary>
internal static class Golden
{
    public static void Verify(string name, string actual, [CallerFilePath] string callerFile = "")
    {
        actual = actual.ReplaceLineEndings("\n");
        var extension = Path.GetExtension(name);
        var stem = Path.Combine(Path.GetDirectoryName(callerFile)!, Path.ChangeExtension(name, null));
        var verified = $"{stem}.verified{extension}";
        var received = $"{stem}.received{extension}";
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(verified)!);
            File.WriteAllText(verified, actual);
            File.Delete(received);
            return;
        }

        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, actual);
        Assert.Fail($"{Path.GetFileName(verified)} differs. Accept with UPDATE_GOLDEN=1, then review.\n{Difference(expected, actual)}");
    }

    private static string Difference(string expected, string actual)
    {
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        var first = 0;
        while (first < left.Length && first < right.Length && left[first] == right[first])
        {
            first++;
        }

        var text = new StringBuilder();
        for (var line = first; line < Math.Min(first + 6, Math.Max(left.Length, right.Length)); line++)
        {
            text.Append($"{line + 1,5} - {(line < left.Length ? left[line] : "<end>")}\n");
            text.Append($"{line + 1,5} + {(line < right.Length ? right[line] : "<end>")}\n");
        }

        return text.ToString();
    }
}
