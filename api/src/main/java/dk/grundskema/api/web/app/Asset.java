package dk.grundskema.api.web.app;

import dk.grundskema.api.exports.HouseStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A style or a script of the pages. Its address has a digest of what it says, so that browsers may keep it for good.
 *
 * @param name    such as {@code app.css}
 * @param digest  of its content, in hexadecimal digits
 * @param content its bytes
 * @param type    what it is, as the header {@code Content-Type} has it
 */
public record Asset(String name, String digest, byte[] content, String type) {
    private static final int DIGITS = 16;
    private static final Map<String, Asset> ALL = Arrays.stream(Source.values())
            .map(Asset::of)
            .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));

    private enum Source {
        STYLE("app.css", "app.css", "text/css"),
        ICON("icon.svg", "icon.svg", "image/svg+xml"),
        HTMX("htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js", "text/javascript"),
        FRAME("app.js", "app.js", "text/javascript"),
        NEWS("news.js", "news.js", "text/javascript"),
        PRINT("print.css", "print/print.css", "text/css"),
        SOLVE("solve.js", "solving/solve.js", "text/javascript"),
        PUBLISHING_STYLE("publishing.css", "publishing/publishing.css", "text/css"),
        LINKS("links.js", "publishing/links.js", "text/javascript"),
        HISTORY_STYLE("history.css", "history/history.css", "text/css"),
        PEOPLE_STYLE("people.css", "people/people.css", "text/css"),
        FIDELITY_STYLE("fidelity.css", "fidelity/fidelity.css", "text/css"),
        LOADS_STYLE("loads.css", "loads/loads.css", "text/css"),
        INTERVENTIONS_STYLE("interventions.css", "interventions/interventions.css", "text/css"),
        SOLVE_STYLE("solving.css", "solving/solving.css", "text/css"),
        CAMP_STYLE("camp.css", "camp/camp.css", "text/css"),
        DAYS("days.js", "camp/days.js", "text/javascript"),
        LISTS("lists.css", "lists/lists.css", "text/css"),
        NEW_PLAN("new-plan.js", "lists/new-plan.js", "text/javascript"),
        LIST("list.js", "lists/list.js", "text/javascript"),
        HAND(
                "hand.js",
                "timetable/hand-service.js timetable/hand-own.js timetable/hand-effects.js timetable/hand-keep.js "
                        + "timetable/hand-places.js timetable/hand-drag.js timetable/hand-panel.js timetable/hand-choices.js",
                "text/javascript"),
        ABSENCES_STYLE("absences.css", "absences/absences.css", "text/css"),
        HAND_STYLE("hand.css", "timetable/hand.css", "text/css");

        private static final Pattern FILES = Pattern.compile(" ");

        private final String name;
        private final String files;
        private final String type;

        /** @param files one file, or several with spaces between, which come one after the other so that none of them is long */
        Source(String name, String files, String type) {
            this.name = name;
            this.files = files;
            this.type = type;
        }

        private byte[] read() {
            var all = new ByteArrayOutputStream();
            FILES.splitAsStream(files).forEach(file -> all.writeBytes(read(file)));
            return all.toByteArray();
        }

        private static byte[] read(String file) {
            try (InputStream in = Asset.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "A part of the pages (%s) is not in the program.\nMaybe build it again from the whole project?"
                                    .formatted(file));
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Asset of(Source source) {
        byte[] own = source.read();
        byte[] all = source == Source.STYLE ? withHouseStyle(own) : own;
        return new Asset(source.name, digest(all), all, source.type + "; charset=utf-8");
    }

    private static byte[] withHouseStyle(byte[] own) {
        return (HouseStyle.base() + HouseStyle.properties() + new String(own, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /** The part of that name, if there is one. */
    public static Optional<Asset> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /**
     * Where a part of the pages is.
     *
     * @throws IllegalStateException if there is none of that name
     */
    public static String address(String name) {
        Asset asset =
                named(name).orElseThrow(() -> new IllegalStateException("Pages have no part %s.".formatted(name)));
        return "/assets/" + asset.digest() + "/" + name;
    }
}
