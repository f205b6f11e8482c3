namespace Clientele.Calendars;

/// <summary>The 24 solar terms (二十四节气) in the order in which a Gregorian year has them.</summary>
/// <remarks>Term number n begins when the sun's apparent longitude reaches 285° + 15° · n.</remarks>
public enum SolarTerm
{
    /// <summary>小寒, about 5 January.</summary>
    MinorCold,

    /// <summary>大寒, about 20 January.</summary>
    MajorCold,

    /// <summary>立春, about 4 February.</summary>
    StartOfSpring,

    /// <summary>雨水, about 19 February.</summary>
    RainWater,

    /// <summary>惊蛰, about 5 March.</summary>
    AwakeningOfInsects,

    /// <summary>春分, about 20 March.</summary>
    SpringEquinox,

    /// <summary>清明, about 5 April.</summary>
    Qingming,

    /// <summary>谷雨, about 20 April.</summary>
    GrainRain,

    /// <summary>立夏, about 5 May.</summary>
    StartOfSummer,

    /// <summary>小满, about 21 May.</summary>
    GrainBuds,

    /// <summary>芒种, about 5 June.</summary>
    GrainInEar,

    /// <summary>夏至, about 21 June.</summary>
    SummerSolstice,

    /// <summary>小暑, about 7 July.</summary>
    MinorHeat,

    /// <summary>大暑, about 22 July.</summary>
    MajorHeat,

    /// <summary>立秋, about 7 August.</summary>
    StartOfAutumn,

    /// <summary>处暑, about 23 August.</summary>
    EndOfHeat,

    /// <summary>白露, about 7 September.</summary>
    WhiteDew,

    /// <summary>秋分, about 23 September.</summary>
    AutumnEquinox,

    /// <summary>寒露, about 8 October.</summary>
    ColdDew,

    /// <summary>霜降, about 23 October.</summary>
    FrostsDescent,

    /// <summary>立冬, about 7 November.</summary>
    StartOfWinter,

    /// <summary>小雪, about 22 November.</summary>
    MinorSnow,

    /// <summary>大雪, about 7 December.</summary>
    MajorSnow,

    /// <summary>冬至, about 21 December.</summary>
    WinterSolstice,
}
