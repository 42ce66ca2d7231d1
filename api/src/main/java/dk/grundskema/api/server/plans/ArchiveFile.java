package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The archive of a plan as a file: a zip with a manifest, each document under its hash, and what is kept beside revisions. Whatever else is in one
 * is refused.
 */
final class ArchiveFile {
    /** What the manifest is called. */
    static final String MANIFEST = "manifest.json";

    private static final String DOCUMENTS = "documents/";
    private static final String END = ".json";
    private static final Pattern PART = Pattern.compile("(documents/[0-9a-f]{64}|[a-z]{1,40})\\.json");

    private ArchiveFile() {}

    /** Name of the part that is a document. */
    static String part(String hash) {
        return DOCUMENTS + hash + END;
    }

    /** Whether the part of that name is a document. */
    static boolean isDocument(String name) {
        return name.startsWith(DOCUMENTS);
    }

    /** Hash of the document that the part of that name is. */
    static String hash(String name) {
        return name.substring(DOCUMENTS.length(), name.length() - END.length());
    }

    /** Name of the part with what is kept beside revisions. */
    static String beside(Archived kept) {
        return kept.part() + END;
    }

    /**
     * The parts of an archive by their names.
     *
     * @param limits how large it may be
     * @param beside how many parts there may be with what is kept beside revisions
     * @throws Refusal 422 with everything that is in it and doesn't belong there; 413 if it unpacks to more than anybody's plan is
     */
    static Map<String, String> unpacked(byte[] archive, ArchiveLimits limits, int beside) {
        var parts = new LinkedHashMap<String, String>();
        var findings = new ArrayList<Finding>();
        long left = limits.unpacked();
        int found = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (++found > limits.parts(beside)) {
                    throw limits.unpacksTooLarge();
                }
                byte[] content = content(zip, Math.min(left, limits.part()), limits);
                left -= content.length;
                if (!PART.matcher(name).matches()) {
                    findings.add(Finding.error("archive.foreign-part", "", shown(name)));
                } else if (parts.putIfAbsent(name, new String(content, StandardCharsets.UTF_8)) != null) {
                    findings.add(Finding.error("archive.part-twice", "", name));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            findings.add(Finding.error("archive.broken", ""));
        }
        if (parts.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.error("archive.broken", ""));
        } else if (!parts.containsKey(MANIFEST)) {
            findings.add(Finding.error("archive.part-missing", "", MANIFEST));
        }
        if (!findings.isEmpty()) {
            throw Refusal.unusable(List.copyOf(findings));
        }
        return parts;
    }

    private static byte[] content(InputStream part, long most, ArchiveLimits limits) throws IOException {
        byte[] bytes = part.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 9) + 1);
        if (bytes.length > most) {
            throw limits.unpacksTooLarge();
        }
        return bytes;
    }

    /** A name that somebody else made, short and in letters that do nothing. */
    private static String shown(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._/-]", "?");
        return plain.length() > 60 ? plain.substring(0, 60) + "…" : plain;
    }
}
