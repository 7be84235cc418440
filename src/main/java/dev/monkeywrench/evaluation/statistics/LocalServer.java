package dev.monkeywrench.evaluation.statistics;

/**
 * A model on GPUs that are paid by the hour: {@code tokens/s = GPUs * peak * utilisation / (2 N)}.
 *
 * @param peakFlops of one GPU, a second
 * @param utilisation share of the peak that decoding reaches, about 0.2
 * @param parameters N
 * @param dollarsPerHour of all GPUs together
 */
public record LocalServer(int gpus, double peakFlops, double utilisation, double parameters, double dollarsPerHour) {

    private static final double SECONDS_PER_HOUR = 3_600;

    public LocalServer {
        if (gpus < 1 || !(peakFlops > 0 && parameters > 0) || !(utilisation > 0 && utilisation <= 1)) {
            throw new IllegalArgumentException(
                    "A server has at least one GPU, a peak and parameters above 0, and a utilisation of at most 1");
        }
    }

    public double tokensPerSecond() {
        return gpus * peakFlops * utilisation / (2 * parameters);
    }

    public double hours(double tokens) {
        return tokens / tokensPerSecond() / SECONDS_PER_HOUR;
    }

    public double dollars(double tokens) {
        return hours(tokens) * dollarsPerHour;
    }
}
