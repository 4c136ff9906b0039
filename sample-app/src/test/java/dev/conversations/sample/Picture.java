package dev.conversations.sample;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Picture in its 256 most frequent colours, which takes a third of the space.
 */
final class Picture {

	private static final int COLOURS = 256;

	private final BufferedImage image;

	private final int[] palette;

	private final Map<Integer, Integer> indices = new HashMap<>();

	private Picture(BufferedImage image) {
		this.image = image;
		this.palette = palette(pixels(image));
	}

	/**
	 * Writes a screenshot as a small PNG.
	 */
	static void write(File screenshot, Path target) throws IOException {
		BufferedImage indexed = new Picture(ImageIO.read(screenshot)).indexed();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		ImageWriteParam smallest = writer.getDefaultWriteParam();
		smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		smallest.setCompressionQuality(0);
		Files.deleteIfExists(target);
		try (ImageOutputStream output = ImageIO.createImageOutputStream(target.toFile())) {
			writer.setOutput(output);
			writer.write(null, new IIOImage(indexed, null, null), smallest);
		}
		finally {
			writer.dispose();
		}
	}

	private static IntStream pixels(BufferedImage image) {
		int width = image.getWidth();
		return Arrays.stream(image.getRGB(0, 0, width, image.getHeight(), null, 0, width));
	}

	private static int[] palette(IntStream pixels) {
		Map<Integer, Integer> counts = new HashMap<>();
		pixels.forEach((pixel) -> counts.merge(pixel, 1, Integer::sum));
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.limit(COLOURS)
			.mapToInt(Map.Entry::getKey)
			.toArray();
	}

	private BufferedImage indexed() {
		IndexColorModel colours = new IndexColorModel(8, this.palette.length, this.palette, 0, false, -1,
				DataBuffer.TYPE_BYTE);
		int width = this.image.getWidth();
		BufferedImage indexed = new BufferedImage(width, this.image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
				colours);
		int[] samples = pixels(this.image).map((pixel) -> this.indices.computeIfAbsent(pixel, this::nearest)).toArray();
		indexed.getRaster().setSamples(0, 0, width, this.image.getHeight(), 0, samples);
		return indexed;
	}

	private int nearest(int pixel) {
		return IntStream.range(0, this.palette.length)
			.boxed()
			.min(Comparator.comparingInt((index) -> distance(this.palette[index], pixel)))
			.orElseThrow();
	}

	private static int distance(int first, int second) {
		return IntStream.of(0, 8, 16)
			.map((shift) -> ((first >> shift) & 0xff) - ((second >> shift) & 0xff))
			.map((difference) -> difference * difference)
			.sum();
	}

}
