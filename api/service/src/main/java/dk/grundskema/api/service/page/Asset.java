package dk.grundskema.api.service.page;

import dk.grundskema.api.exports.template.SharedStyle;
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
 * A static file of the pages, such as a style sheet or a script. Its address contains a digest of its content, so browsers may cache it
 * indefinitely.
 *
 * @param name    file name, such as {@code app.css}
 * @param digest  digest of the content, in hexadecimal digits
 * @param content the bytes
 * @param type    value of the header {@code Content-Type}
 */
public record Asset(String name, String digest, byte[] content, String type) {
    private static final int DIGITS = 16;
    private static final Map<String, Asset> ALL = Arrays.stream(Source.values())
            .map(Asset::of)
            .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));

    private enum Source {
        STYLE("app.css", "page/frame/app.css", "text/css"),
        ICON("icon.svg", "page/frame/icon.svg", "image/svg+xml"),
        HTMX("htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js", "text/javascript"),
        FRAME("app.js", "page/frame/app.js", "text/javascript"),
        NEWS("news.js", "page/frame/news.js", "text/javascript"),
        PRINT("print.css", "timetable/print/print.css", "text/css"),
        SOLVE("solve.js", "solve/solving/solve.js", "text/javascript"),
        PUBLISHING_STYLE("publishing.css", "publish/publishing/publishing.css", "text/css"),
        LINKS("links.js", "publish/publishing/links.js", "text/javascript"),
        HISTORY_STYLE("history.css", "overview/history/history.css", "text/css"),
        PEOPLE_STYLE("people.css", "people/people/people.css", "text/css"),
        PLUGINS_STYLE("plugins.css", "plugins/plugins/plugins.css", "text/css"),
        FIDELITY_STYLE("fidelity.css", "fidelity/fidelity/fidelity.css", "text/css"),
        LOADS_STYLE("loads.css", "fidelity/loads/loads.css", "text/css"),
        INTERVENTIONS_STYLE("interventions.css", "input/interventions/interventions.css", "text/css"),
        SOLVE_STYLE("solving.css", "solve/solving/solving.css", "text/css"),
        CAMP_STYLE("camp.css", "campguide/camp/camp.css", "text/css"),
        RULES_STYLE("rules.css", "rules/rules/rules.css", "text/css"),
        DAYS("days.js", "campguide/camp/days.js", "text/javascript"),
        LISTS("lists.css", "input/lists/lists.css", "text/css"),
        NEW_PLAN("new-plan.js", "importing/new-plan/new-plan.js", "text/javascript"),
        LIST("list.js", "input/lists/list.js", "text/javascript"),
        HAND(
                "hand.js",
                "timetable/timetable/hand-service.js timetable/timetable/hand-own.js timetable/timetable/hand-effects.js timetable/timetable/hand-keep.js "
                        + "timetable/timetable/hand-places.js timetable/timetable/hand-drag.js timetable/timetable/hand-panel.js timetable/timetable/hand-choices.js",
                "text/javascript"),
        FAULTS("faults.js", "timetable/timetable/faults.js", "text/javascript"),
        ABSENCES_STYLE("absences.css", "absence/absences/absences.css", "text/css"),
        CHANGES_STYLE("changes.css", "change/changes/changes.css", "text/css"),
        HAND_STYLE("hand.css", "timetable/timetable/hand.css", "text/css");

        /** Root folder of the feature packages. Paths of library files begin with a slash instead. */
        private static final String FEATURES = "/dk/grundskema/api/service/";

        private static final Pattern FILES = Pattern.compile(" ");

        private final String name;
        private final String files;
        private final String type;

        /**
         * @param files one path, or several separated by spaces; their contents are concatenated in order, which keeps each source file short
         */
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
            try (InputStream in = Asset.class.getResourceAsStream(file.startsWith("/") ? file : FEATURES + file)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "The asset (%s) is missing from the application.\nMaybe rebuild the whole project?"
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
        return (SharedStyle.baseCss() + SharedStyle.colourProperties() + new String(own, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available, although every JDK provides it.", e);
        }
    }

    /** Returns the asset with this name; empty if there is none. */
    public static Optional<Asset> findByName(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /**
     * Returns the address of an asset.
     *
     * @throws IllegalStateException if no asset has this name
     */
    public static String addressOf(String name) {
        Asset asset = findByName(name)
                .orElseThrow(() -> new IllegalStateException("There is no asset with the name %s.".formatted(name)));
        return "/assets/" + asset.digest() + "/" + name;
    }
}
