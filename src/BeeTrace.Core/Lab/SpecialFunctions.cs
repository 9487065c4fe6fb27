namespace BeeTrace.Core.Lab;

/// <summary>The regularised incomplete beta function I_x(a, b), the tail of the binomial distribution.</summary>
internal static class RegularisedBeta
{
    // Lanczos' approximation with g = 607/128 and 15 terms; relative error below 1e-14 for every argument used here.
    private const double LanczosG = 607.0 / 128.0;

    private static readonly double[] Lanczos =
    [
        0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
        -0.49191381609762019978, 0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4,
        0.15808870322491248884e-3, -0.21026444172410488319e-3, 0.21743961811521264320e-3, -0.16431810653676389022e-3,
        0.84418223983852743293e-4, -0.26190838401581408670e-4, 0.36899182659531622704e-5,
    ];

    /// <summary>I_x(a, b) for a, b &gt; 0 and 0 ≤ x ≤ 1, by Lentz' continued fraction on the side where it converges fast.</summary>
    internal static double Value(double x, double a, double b)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        var front = Math.Exp((a * Math.Log(x)) + (b * Log1P(-x)) - LogBeta(a, b));
        return x < (a + 1) / (a + b + 2)
            ? front * ContinuedFraction(x, a, b) / a
            : 1 - (front * ContinuedFraction(1 - x, b, a) / b);
    }

    /// <summary>
    /// The x at which I_x(a, b) = <paramref name="probability"/>. Newton's step inside a bracket that only shrinks; where it
    /// would leave the bracket, the bracket is halved. Ends when x moves no more (far below 1e-12).
    /// </summary>
    internal static double Inverse(double probability, double a, double b)
    {
        double low = 0, high = 1;
        var x = a / (a + b);
        var logBeta = LogBeta(a, b);
        for (var step = 0; step < 200; step++)
        {
            var error = Value(x, a, b) - probability;
            if (error > 0)
                high = x;
            else
                low = x;
            var density = Math.Exp(((a - 1) * Math.Log(x)) + ((b - 1) * Log1P(-x)) - logBeta);
            var next = x - (error / density);
            if (!(next > low && next < high))
                next = low + ((high - low) / 2);
            if (Math.Abs(next - x) <= 1e-15 * x)
                return next;
            x = next;
        }

        return x;
    }

    internal static double LogGamma(double x)
    {
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++)
            sum += Lanczos[i] / (x + i - 1);
        var shifted = x - 0.5 + LanczosG;
        return ((x - 0.5) * Math.Log(shifted)) - shifted + Math.Log(Math.Sqrt(2 * Math.PI) * sum);
    }

    private static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    // Math.Log(1 + y) loses the digits of a small y; Kahan's correction gives them back.
    private static double Log1P(double y)
    {
        var u = 1 + y;
        return u == 1 ? y : Math.Log(u) * y / (u - 1);
    }

    private static double ContinuedFraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)), tiny);
        var result = d;
        // About √max(a, b) turns are needed: a thousand for a million samples.
        for (var m = 1; m < 1_000_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d), tiny);
            c = NotZero(1 + (even / c), tiny);
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d), tiny);
            c = NotZero(1 + (odd / c), tiny);
            result *= d * c;
            if (Math.Abs((d * c) - 1) < 4e-16)
                break;
        }

        return result;
    }

    private static double NotZero(double value, double tiny) => Math.Abs(value) < tiny ? tiny : value;
}

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>The z below which a share <paramref name="p"/> lies, to 16 digits (M. J. Wichura, algorithm AS 241, Applied Statistics 37 (1988) 477).</summary>
    internal static double Quantile(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var near = 0.180625 - (q * q);
            return q * Polynomial(near, NearNumerator) / Polynomial(near, NearDenominator);
        }

        var r = Math.Sqrt(-Math.Log(q < 0 ? p : 1 - p));
        var z = r <= 5
            ? Polynomial(r - 1.6, MiddleNumerator) / Polynomial(r - 1.6, MiddleDenominator)
            : Polynomial(r - 5, FarNumerator) / Polynomial(r - 5, FarDenominator);
        return q < 0 ? -z : z;
    }

    // Coefficients of AS 241, highest power first.
    private static ReadOnlySpan<double> NearNumerator =>
    [
        2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4, 4.5921953931549871457e+4,
        1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2, 3.3871328727963666080e+0,
    ];

    private static ReadOnlySpan<double> NearDenominator =>
    [
        5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4, 2.1213794301586595867e+4,
        5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0,
    ];

    private static ReadOnlySpan<double> MiddleNumerator =>
    [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
        3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0,
    ];

    private static ReadOnlySpan<double> MiddleDenominator =>
    [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0,
    ];

    private static ReadOnlySpan<double> FarNumerator =>
    [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0,
    ];

    private static ReadOnlySpan<double> FarDenominator =>
    [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0,
    ];

    private static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
            sum = (sum * x) + coefficient;
        return sum;
    }
}
