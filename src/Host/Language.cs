using System.Globalization;

namespace Clientele.Host;

/// <summary>The language the operator reads: stated, or taken from the environment.</summary>
internal sealed record Language(CultureInfo Culture)
{
    public static Language Of(IReadOnlyList<string> args)
    {
        for (var index = 0; index + 1 < args.Count; index++)
        {
            if (args[index] is "--language" or "-l")
            {
                return Named(args[index + 1]);
            }
        }

        var stated = args.FirstOrDefault(arg => arg.StartsWith("--language=", StringComparison.Ordinal))?["--language=".Length..];
        return Named(stated ?? Environment.GetEnvironmentVariable("CLIENTELE_LANGUAGE") ?? Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? CultureInfo.CurrentUICulture.Name);
    }

    public static Language Named(string name) => new(CultureInfo.GetCultureInfo(name.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh-CN" : "en"));

    public string Say(string en, string zh) => Culture.TwoLetterISOLanguageName == "zh" ? zh : en;

    public string Say(LocalizedText text) => text.In(Culture);
}
