package dk.grundskema.api.platform.traffic;

import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Limits how many requests for unknown secret links each address may make per minute, so that nobody finds one by guessing. Requests for existing
 * links are not counted, so a whole school may be behind one address.
 */
@Component
public final class GuessLimiter {
    private static final int BYTES_OF_IPV6 = 16;
    private static final int BYTES_OF_ITS_NETWORK = 8;

    private final RateLimiter rates;

    GuessLimiter(LimitSettings limits, TimeMeter timeMeter) {
        this.rates = new RateLimiter(limits.unknownLinksPerMinute(), timeMeter);
    }

    /**
     * Counts a request for an unknown link.
     *
     * @param address address of the client
     * @return how long to wait before the next request is answered; {@code null} if this one is answered
     */
    public @Nullable Duration tryTake(String address) {
        return rates.tryTake(network(address));
    }

    /** Returns the network of an IPv6 address: a household has any number of addresses, all in one network. */
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == BYTES_OF_IPV6
                    ? Arrays.toString(Arrays.copyOf(bytes, BYTES_OF_ITS_NETWORK))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
