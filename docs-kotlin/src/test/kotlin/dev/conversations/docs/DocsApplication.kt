package dev.conversations.docs

import org.springframework.boot.autoconfigure.SpringBootApplication

@SpringBootApplication
class DocsApplication
