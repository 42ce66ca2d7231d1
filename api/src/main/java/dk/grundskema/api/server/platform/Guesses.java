package dk.grundskema.api.server.platform;

import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often somebody may ask for secrets that there aren't: each address so many times a minute, so that nobody finds one by trying. Whoever asks for
 * one that there is isn't counted, so that a whole school can be behind one address.
 */
@Component
public final class Guesses {
    private static final int BYTES_OF_IPV6 = 16;
    private static final int BYTES_OF_ITS_NETWORK = 8;

    private final Rates rates;

    Guesses(@Value("${grundskema.limits.unknown-links-per-minute}") int perMinute, TimeMeter elapsed) {
        this.rates = new Rates(perMinute, elapsed);
    }

    /**
     * Counts a request for something that there isn't.
     *
     * @param address whose request it is
     * @return how long to wait before the next one is answered; {@code null} means that this one is
     */
    public @Nullable Duration wait(String address) {
        return rates.wait(network(address));
    }

    /** A household has as many addresses of IP version 6 as it likes, all in one network. */
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
