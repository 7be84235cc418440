package dev.monkeywrench.sampling;

import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SamplingConfiguration {}
